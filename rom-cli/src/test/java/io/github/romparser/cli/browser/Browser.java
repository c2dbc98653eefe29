package io.github.romparser.cli.browser;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Chromium without a window, driven over its DevTools protocol: it says what a page looks like,
 * what it is to a screen reader, what it loads and what it complains of.
 */
public final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LISTENING = "DevTools listening on ";
  private static final int SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> incoming = new LinkedBlockingQueue<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private boolean loaded;
  private int calls;

  private Browser(Process process, String address) throws Exception {
    this.process = process;
    HttpClient http = HttpClient.newHttpClient();
    URI uri = URI.create(address);
    URI list = new URI("http", null, uri.getHost(), uri.getPort(), "/json/list", null, null);
    String pages =
        http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    String page = JSON.readTree(pages).at("/0/webSocketDebuggerUrl").asString();
    this.socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(page), new Listener())
            .get(SECONDS, TimeUnit.SECONDS);
    for (String domain : new String[] {"Page", "Runtime", "Log", "Network", "Accessibility"}) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Where the program is; skips the test if there is none, or fails it. */
  static String need() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String name : new String[] {"chromium", "chromium-browser", "google-chrome"}) {
      for (String dir : path.split(":", -1)) {
        Path program = Path.of(dir, name);
        if (Files.isExecutable(program)) {
          return program.toString();
        }
      }
    }
    if (Boolean.getBoolean("rom.tools.required")) {
      fail("no chromium, and -Drom.tools.required=true");
    }
    System.err.println("SKIPPED: no chromium");
    Assumptions.abort("no chromium");
    throw new IllegalStateException("not reached");
  }

  /** The command that starts it, with a profile of its own and without asking anybody for news. */
  static List<String> command(Path profile, String... more) {
    List<String> command = new ArrayList<>();
    command.add(need());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--user-data-dir=" + profile));
    command.addAll(List.of(more));
    return command;
  }

  /** Starts it. */
  static Browser start(Path profile) throws Exception {
    Process process =
        new ProcessBuilder(command(profile, "--remote-debugging-port=0", "about:blank"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread drain = new Thread(() -> drain(errors));
        drain.setDaemon(true);
        drain.start();
        try {
          return new Browser(process, line.substring(LISTENING.length()).strip());
        } catch (Exception e) {
          end(process);
          throw e;
        }
      }
    }
    return fail("the browser did not start");
  }

  /** What nobody reads would stop the browser. */
  private static void drain(BufferedReader errors) {
    try (errors) {
      while (errors.readLine() != null) {
        // Errors of the browser's own; those of the page come over the protocol.
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  /** Opens a file and waits until it is there. */
  void open(Path page) throws Exception {
    complaints.clear();
    requests.clear();
    loaded = false;
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    while (!loaded) {
      receive();
    }
    settle();
  }

  /** Waits for what the page has still to say and to draw. */
  void settle() throws Exception {
    evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
  }

  /** What the console would show: errors, warnings, breaches of the policy. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Every address that was asked for. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Sets the size of the window and the colours asked for. */
  void screen(int width, int height, double pixels, boolean dark) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width, "height", height, "deviceScaleFactor", pixels, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** What the window shows, as PNG. */
  byte[] screenshot() throws Exception {
    settle();
    JsonNode answer = call("Page.captureScreenshot", Map.of("format", "png"));
    return Base64.getDecoder().decode(answer.get("data").asString());
  }

  /** The value of an expression. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      fail(answer.get("exceptionDetails").toString());
    }
    return answer.get("result").path("value");
  }

  /** What the page is to a screen reader: role and name of everything, in order. */
  List<String> accessibilityTree() throws Exception {
    List<String> tree = new ArrayList<>();
    for (JsonNode node : call("Accessibility.getFullAXTree", Map.of()).get("nodes")) {
      if (!node.path("ignored").asBoolean()) {
        tree.add(node.at("/role/value").asString("") + ": " + node.at("/name/value").asString(""));
      }
    }
    return tree;
  }

  private JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int id = ++calls;
    String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
    while (true) {
      JsonNode message = receive();
      if (message.path("id").asInt(0) == id) {
        if (message.has("error")) {
          fail(method + ": " + message.get("error"));
        }
        return message.get("result");
      }
    }
  }

  private JsonNode receive() throws InterruptedException {
    JsonNode message = incoming.poll(SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      return fail("the browser says nothing any more");
    }
    switch (message.path("method").asString("")) {
      case "Page.loadEventFired" -> loaded = true;
      case "Log.entryAdded" -> complaints.add(message.at("/params/entry").toString());
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown" ->
          complaints.add(message.get("params").toString());
      case "Network.requestWillBeSent" ->
          requests.add(message.at("/params/request/url").asString());
      default -> {
        // Nothing that a test asks about.
      }
    }
    return message;
  }

  @Override
  public void close() {
    socket.abort();
    end(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts together what comes in pieces. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        incoming.add(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, piece, last);
    }
  }
}
