package dev.simpleftp.socket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.wire.Reply;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One of the sessions of a run: says its steps to the server and to the model, and compares.
final class Participant implements Closeable {
  private final FuzzServer server;
  private final ModelTree tree;
  private final String account;
  private @Nullable FuzzWire wire;
  private ModelSession model;
  private DataLink data;
  private Optional<Running> running = Optional.empty();

  Participant(FuzzServer server, ModelTree tree, String account) {
    this.server = server;
    this.tree = tree;
    this.account = account;
    this.model = new ModelSession(tree, account);
    this.data = new DataLink(InetAddress.ofLiteral("127.0.0.1"));
  }

  /// A transfer whose end waits.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
  private record Running(ModelTransfer transfer, Step step, byte[] payload) {}

  /// Says these steps together; only the first may begin a transfer, and then it is alone.
  void perform(List<Step> steps) throws IOException {
    endTransfer();
    FuzzWire control = connected();
    List<String> lines = new ArrayList<>();
    for (Step step : steps) {
      lines.add(data.address(step.line().replace("{user}", account)));
    }
    if (steps.getFirst().size() % 2 == 0 && model.hasConnector() && Steps.moves(lines.getFirst())) {
      data.early();
    }
    control.send(lines, steps.getFirst().size() % 7);
    for (int i = 0; i < lines.size() && !model.isOver(); i++) {
      hear(steps.get(i), lines.get(i), control);
    }
    if (model.isOver()) {
      control.expectEnd();
      leave(control);
    }
  }

  private FuzzWire connected() throws IOException {
    if (wire == null) {
      var opened = new FuzzWire(server.address(), server.events());
      wire = opened;
      model = new ModelSession(tree, account);
      assertThat(opened.read().code()).isEqualTo(220);
    }
    return wire;
  }

  private void hear(Step step, String line, FuzzWire control) throws IOException {
    boolean stranger = !model.isLoggedIn();
    Forecast forecast = model.forecast(line);
    Reply reply = control.read();
    if (reply.isPreliminary()) {
      begin(forecast, step, reply);
      return;
    }
    if (!model.hasConnector()) {
      data.finish();
    }
    assertThat(forecast.codes()).as("%s -> %s", line, reply).contains(reply.code());
    forecast.effect().accept(reply);
    if (stranger && reply.code() != 230) {
      assertThat(reply.text()).as("%s", line).doesNotContain(Steps.MARK);
    }
    if (reply.code() == 227 || reply.code() == 229) {
      data.announced(reply);
    } else if (reply.code() == 200 && (line.startsWith("PORT") || line.startsWith("EPRT"))) {
      data.agreed();
    }
  }

  private void begin(Forecast forecast, Step step, Reply reply) throws IOException {
    assertThat(forecast.transfer()).as("%s -> %s", step.line(), reply).isPresent();
    ModelTransfer transfer = forecast.transfer().get();
    byte[] payload = new byte[0];
    if (transfer instanceof ModelTransfer.Up up) {
      up.begin(reply);
      payload = Steps.payload(step.size());
    }
    data.open();
    data.write(payload, 0, payload.length / 2);
    running = Optional.of(new Running(transfer, step, payload));
    boolean mayEndItself =
        transfer instanceof ModelTransfer.Listed
            || (transfer instanceof ModelTransfer.Up up && up.isPromised());
    if (!step.held() || mayEndItself) {
      endTransfer();
    }
  }

  /// Ends the transfer that others were let go on beside.
  void endTransfer() throws IOException {
    if (running.isEmpty()) {
      return;
    }
    Running ending = running.get();
    running = Optional.empty();
    switch (ending.transfer()) {
      case ModelTransfer.Up up -> endUpload(up, ending);
      case ModelTransfer.Down(byte[] content) -> endDownload(content, ending.step().ending());
      case ModelTransfer.Listed listed -> endListing(listed, ending.step());
    }
    data.finish();
  }

  private void endUpload(ModelTransfer.Up up, Running ending) throws IOException {
    FuzzWire control = connected();
    byte[] payload = ending.payload();
    int half = payload.length / 2;
    if (ending.step().size() % 5 == 1 && !up.isPromised()) {
      say(control, "STAT", Set.of(213));
    }
    switch (ending.step().ending()) {
      case WHOLE -> {
        Set<Integer> codes = up.whole(payload);
        data.write(payload, half, payload.length);
        assertThat(data.isCut() && codes.contains(226)).as("cut without need").isFalse();
        data.finish();
        Reply reply = expect(control, codes);
        up.end(reply.code() == 226, payload);
      }
      case RESET -> {
        data.reset();
        expect(control, up.broken(half));
        up.end(false, payload);
      }
      case ABORT -> {
        control.send(List.of("ABOR"), 1);
        expect(control, up.broken(half));
        up.end(false, payload);
        expect(control, Set.of(226));
      }
      case LEAVE -> {
        leave(control);
        up.end(false, payload);
      }
    }
  }

  private void endDownload(byte[] content, Step.Ending ending) throws IOException {
    FuzzWire control = connected();
    switch (ending) {
      case WHOLE -> {
        assertThat(data.readAll()).isEqualTo(content);
        expect(control, Set.of(226));
      }
      case RESET -> {
        data.reset();
        expect(control, Set.of(226, 425, 426));
      }
      case ABORT -> {
        control.send(List.of("ABOR"), 1);
        byte[] came = data.readAll();
        if (expect(control, Set.of(226, 425, 426)).code() == 226) {
          assertThat(came).isEqualTo(content);
        }
        expect(control, Set.of(226));
      }
      case LEAVE -> leave(control);
    }
  }

  private void endListing(ModelTransfer.Listed listed, Step step) throws IOException {
    List<String> lines = Steps.lines(data.readAll());
    Set<String> names = new HashSet<>();
    for (String line : lines) {
      boolean facts = step.line().startsWith("MLSD");
      String rest = facts ? line.substring(line.indexOf("; ") + 2) : line;
      names.add(facts ? rest : rest.substring(rest.lastIndexOf('/') + 1));
    }
    assertThat(lines).as("%s", step.line()).hasSize(listed.names().size());
    if (listed.exact()) {
      assertThat(names).as("%s", step.line()).isEqualTo(listed.names());
    }
    expect(connected(), Set.of(226));
  }

  private static void say(FuzzWire control, String line, Set<Integer> codes) throws IOException {
    control.send(List.of(line), new Random(line.length()).nextInt(3));
    expect(control, codes);
  }

  private static Reply expect(FuzzWire control, Set<Integer> codes) throws IOException {
    Reply reply = control.read();
    assertThat(codes).as("%s", reply).contains(reply.code());
    return reply;
  }

  /// Closes both connections without a word and waits until the server has noticed.
  private void leave(FuzzWire control) throws IOException {
    int port = control.port();
    control.close();
    data.close();
    server.events().awaitGone(port);
    wire = null;
    data = new DataLink(InetAddress.ofLiteral("127.0.0.1"));
  }

  /// Says good-bye; nothing more may come than the reply to that.
  void quit() throws IOException {
    endTransfer();
    if (wire != null) {
      FuzzWire control = wire;
      say(control, "QUIT", Set.of(221));
      control.expectEnd();
      leave(control);
    }
  }

  @Override
  public void close() throws IOException {
    if (wire != null) {
      leave(wire);
    }
  }
}
