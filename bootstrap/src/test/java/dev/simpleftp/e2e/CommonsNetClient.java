package dev.simpleftp.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPSClient;
import org.apache.commons.net.util.TrustManagerUtils;

/// Drives Commons Net as a program of its own; see [DriverSession].
final class CommonsNetClient {
  private static final int SOME = 100_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final FTPClient ftp;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private CommonsNetClient(FTPClient ftp) {
    this.ftp = ftp;
  }

  public static void main(String[] arguments) throws IOException {
    new CommonsNetClient(client(arguments[5])).run(arguments);
  }

  private static FTPClient client(String encryption) {
    if (encryption.equals("none")) {
      return new FTPClient();
    }
    var protecting = new FTPSClient(encryption.startsWith("implicit"));
    protecting.setTrustManager(TrustManagerUtils.getAcceptAllTrustManager());
    protecting.setEnabledProtocols(
        new String[] {encryption.endsWith("1_2") ? "TLSv1.2" : "TLSv1.3"});
    return protecting;
  }

  private void run(String[] site) throws IOException {
    ftp.setAutodetectUTF8(true);
    ftp.connect(site[0], Integer.parseInt(site[1]));
    if (site[2].equals("active")) {
      ftp.enterLocalActiveMode();
    } else {
      ftp.enterLocalPassiveMode();
    }
    check(ftp.login(site[3], site[4]));
    if (ftp instanceof FTPSClient protecting) {
      protecting.execPBSZ(0);
      protecting.execPROT("P");
    }
    check(ftp.setFileType(FTP.BINARY_FILE_TYPE));
    var steps = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = steps.readLine(); line != null; line = steps.readLine()) {
      String[] parts = line.split("\t", -1);
      step(parts[0], parts[1], parts[2], Long.parseLong(parts[3]));
    }
    check(ftp.logout());
  }

  private void step(String kind, String first, String second, long offset) throws IOException {
    switch (kind) {
      case "list" -> print(ftp.listFiles(first));
      case "list_facts" -> print(ftp.mlistDir(first));
      case "get", "resume_get" -> get(first, second, offset);
      case "put", "resume_put" -> put(first, second, offset);
      case "abort_get" -> abortGet(first);
      case "abort_put" -> abortPut(first);
      case "rename" -> check(ftp.rename(first, second));
      case "delete" -> check(ftp.deleteFile(first));
      case "mkdir" -> check(ftp.makeDirectory(first));
      case "rmdir" -> check(ftp.removeDirectory(first));
      case "chmod" -> check(ftp.sendSiteCommand("CHMOD " + second + " " + first));
      case "get_matching" -> getMatching(first);
      case "put_unique" -> putUnique(first);
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private void print(FTPFile[] files) {
    for (FTPFile file : files) {
      out.println(file.getName());
    }
  }

  private void get(String remote, String local, long offset) throws IOException {
    ftp.setRestartOffset(offset);
    try (OutputStream file =
        Files.newOutputStream(
            Path.of(local), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      check(ftp.retrieveFile(remote, file));
    }
    Files.setLastModifiedTime(Path.of(local), FileTime.from(ftp.mdtmInstant(remote)));
  }

  private void getMatching(String pattern) throws IOException {
    for (String name : ftp.listNames(pattern)) {
      get(name, name, 0);
    }
  }

  private void put(String local, String remote, long offset) throws IOException {
    ftp.setRestartOffset(offset);
    try (InputStream file = Files.newInputStream(Path.of(local))) {
      file.skipNBytes(offset);
      check(ftp.storeFile(remote, file));
    }
    Instant time = Files.getLastModifiedTime(Path.of(local)).toInstant();
    check(ftp.setModificationTime(remote, TIME.format(time)));
  }

  private void putUnique(String local) throws IOException {
    try (InputStream file = Files.newInputStream(Path.of(local))) {
      check(ftp.storeUniqueFile(file));
    }
  }

  private void abortGet(String remote) throws IOException {
    try (InputStream data = ftp.retrieveFileStream(remote)) {
      data.readNBytes(SOME);
      ftp.abort();
    }
    ftp.completePendingCommand();
  }

  private void abortPut(String remote) throws IOException {
    OutputStream data = ftp.storeFileStream(remote);
    data.write(new byte[SOME]);
    data.flush();
    ftp.abort();
    ftp.completePendingCommand();
    data.close();
  }

  private void check(boolean done) throws IOException {
    if (!done) {
      throw new IOException(ftp.getReplyString());
    }
  }
}
