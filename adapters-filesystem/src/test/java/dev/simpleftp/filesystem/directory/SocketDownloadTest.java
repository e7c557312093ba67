package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Downloads into a real socket, where the bytes do not pass through this process.
@SuppressWarnings("NullAway.Init") // made before each test
class SocketDownloadTest {
  private static final Executor VIRTUAL = Thread::startVirtualThread;
  private static final Executor PLATFORM = task -> Thread.ofPlatform().start(task);
  private static final int SIZE = 21 * 1024 * 1024 + 3;
  private static final int OFFSET = 5;

  @TempDir Path root;
  private byte[] content;

  @BeforeEach
  void makeFile() throws IOException {
    content = new byte[SIZE];
    new Random(1).nextBytes(content);
    Files.write(root.resolve("big"), content);
  }

  @Test
  void sendsAFileFromAPlatformThread() throws Exception {
    assertThat(received(PLATFORM)).isEqualTo(tail());
  }

  @Test
  void sendsAFileFromAVirtualThread() throws Exception {
    assertThat(received(VIRTUAL)).isEqualTo(tail());
  }

  @Test
  void lendsItsCarrierWhileReadersAreSlow() throws Exception {
    int carriers = Runtime.getRuntime().availableProcessors();
    List<SocketChannel> slow = new ArrayList<>();
    List<CompletableFuture<Long>> stuck = new ArrayList<>();
    try (var tree = DirectoryTree.open(root, Durability.NONE);
        var listener = listener()) {
      for (int i = 0; i < 3 * carriers; i++) {
        slow.add(SocketChannel.open(listener.getLocalAddress()));
        stuck.add(send(tree, listener.accept(), VIRTUAL));
      }
      assertThat(CompletableFuture.supplyAsync(() -> "served", VIRTUAL).get(10, TimeUnit.SECONDS))
          .isEqualTo("served");
      assertThat(stuck).noneMatch(CompletableFuture::isDone);
    } finally {
      for (SocketChannel reader : slow) {
        reader.close();
      }
    }
    for (var each : stuck) {
      assertThat(each.handle((_, failure) -> failure).get(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  private byte[] received(Executor executor) throws Exception {
    try (var tree = DirectoryTree.open(root, Durability.NONE);
        var listener = listener();
        var reader = SocketChannel.open(listener.getLocalAddress())) {
      var sent = send(tree, listener.accept(), executor);
      byte[] result = Channels.newInputStream(reader).readAllBytes();
      assertThat(sent.get(10, TimeUnit.SECONDS)).isEqualTo(SIZE - OFFSET);
      return result;
    }
  }

  private static CompletableFuture<Long> send(
      DirectoryTree tree, SocketChannel socket, Executor executor) {
    List<Long> steps = Collections.synchronizedList(new ArrayList<>());
    return CompletableFuture.supplyAsync(
        () -> {
          try (socket;
              FileStore store = tree.newStore();
              Download download = store.download(path("/big"), OFFSET)) {
            long moved = download.transferTo(socket, steps::add);
            assertThat(steps).isSorted().hasSizeGreaterThan(4).endsWith(moved);
            return moved;
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        executor);
  }

  private static ServerSocketChannel listener() throws IOException {
    return ServerSocketChannel.open()
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private byte[] tail() {
    return Arrays.copyOfRange(content, OFFSET, SIZE);
  }
}
