import java.util.List;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.UserFactory;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/// Apache FtpServer in the foreground: PORT ROOT USER PASSWORD SECONDS PORTS|- SESSIONS KEYSTORE|-
class ApacheFtpServer {
  public static void main(String[] words) throws Exception {
    var connections = new ConnectionConfigFactory();
    connections.setAnonymousLoginEnabled(false);
    connections.setLoginFailureDelay(0);
    connections.setMaxLogins(Integer.parseInt(words[6]));
    connections.setMaxThreads(Integer.parseInt(words[6]));
    var user = new UserFactory();
    user.setName(words[2]);
    user.setPassword(words[3]);
    user.setHomeDirectory(words[1]);
    user.setAuthorities(List.of(new WritePermission()));
    var users = new PropertiesUserManagerFactory().createUserManager();
    users.save(user.createUser());
    var data = new DataConnectionConfigurationFactory();
    data.setIdleTime(Integer.parseInt(words[4]));
    if (!words[5].equals("-")) {
      data.setPassivePorts(words[5]);
    }
    var listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(Integer.parseInt(words[0]));
    if (!words[7].equals("-")) {
      var tls = new SslConfigurationFactory();
      tls.setKeystoreFile(new java.io.File(words[7]));
      tls.setKeystoreType("PKCS12");
      tls.setKeystorePassword("secret");
      tls.setSslProtocol("TLSv1.2");
      listener.setSslConfiguration(tls.createSslConfiguration());
    }
    listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
    var factory = new FtpServerFactory();
    factory.setConnectionConfig(connections.createConnectionConfig());
    factory.setUserManager(users);
    factory.addListener("default", listener.createListener());
    var server = factory.createServer();
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
  }
}
