package dev.simpleftp.e2e;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.UserFactory;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/// Apache FtpServer inside this virtual machine, so in its time zone.
final class ApacheLaunch implements ServerLaunch {
  @Override
  public void requireHere() {
    Tools.requireUnicodeNames();
  }

  @Override
  public Started start(ServerSetup setup, Path scratch) throws Exception {
    var connections = new ConnectionConfigFactory();
    connections.setAnonymousLoginEnabled(false);
    connections.setLoginFailureDelay(0);
    connections.setMaxLogins(100);
    connections.setMaxThreads(100);
    var talk = new ApacheTalk();
    var factory = new FtpServerFactory();
    factory.setConnectionConfig(connections.createConnectionConfig());
    factory.setUserManager(users(setup.root()));
    factory.addListener("default", listener(setup));
    factory.getFtplets().put("talk", talk);
    FtpServer server = factory.createServer();
    server.start();
    return new InThisMachine(server, talk);
  }

  private UserManager users(Path root) throws Exception {
    var user = new UserFactory();
    user.setName(user());
    user.setPassword(PASSWORD);
    user.setHomeDirectory(root.toString());
    user.setAuthorities(List.of(new WritePermission()));
    User test = user.createUser();
    UserManager users = new PropertiesUserManagerFactory().createUserManager();
    users.save(test);
    return users;
  }

  private static Listener listener(ServerSetup setup) {
    var data = new DataConnectionConfigurationFactory();
    setup
        .passivePorts()
        .ifPresent(ports -> data.setPassivePorts(ports.first() + "-" + ports.last()));
    var listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(setup.port());
    setup
        .protection()
        .ifPresent(protection -> {
          var tls = new SslConfigurationFactory();
          tls.setKeystoreFile(protection.certificate().keyStore().toFile());
          tls.setKeystoreType("PKCS12");
          tls.setKeystorePassword(TestCertificate.PASSWORD);
          tls.setSslProtocol("TLSv1.3", "TLSv1.2");
          listener.setSslConfiguration(tls.createSslConfiguration());
          listener.setImplicitSsl(protection.implicit());
        });
    listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
    return listener.createListener();
  }

  private record InThisMachine(FtpServer server, ApacheTalk talk) implements Started {
    @Override
    public boolean isAlive() {
      return !server.isStopped();
    }

    @Override
    public List<String> log() {
      return talk.lines();
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}
