package io.keycloakpools.demo.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keycloakpools.demo.mail.MailCatcher;
import io.keycloakpools.harness.person.RealmClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

public final class Site implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int THREADS = 4;

  /** Only the site's own style sheet is loaded, and nobody frames a page. */
  private static final Map<String, String> SECURITY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Site::thread);
  private final URI address;
  private final MailPages mails;
  private final Sessions sessions = new Sessions();
  private final Map<Application, ApplicationPages> applications = new EnumMap<>(Application.class);
  private final String style;
  private volatile Optional<StartPage> start = Optional.empty();

  private Site(HttpServer server, MailCatcher catcher) {
    this.server = server;
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    mails = new MailPages(catcher);
    style = resource("style.css");
  }

  /** Opens the port, 0 for any free one. {@link #open} adds the pages. */
  public static Site onPort(int port, MailCatcher catcher) {
    try {
      InetSocketAddress loopback = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
      return new Site(HttpServer.create(loopback, 0), catcher);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port, e);
    }
  }

  /** Without a slash at the end. */
  public URI address() {
    return address;
  }

  public void open(Guide guide, Function<Application, RealmClient> clients) {
    for (Application each : Application.values()) {
      OpenIdClient client = new OpenIdClient(clients.apply(each));
      applications.put(each, new ApplicationPages(each, client, address, sessions));
    }
    start = Optional.of(new StartPage(guide, address));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      SiteReply reply = reply(exchange);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      SECURITY.forEach(exchange.getResponseHeaders()::set);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private SiteReply reply(HttpExchange exchange) {
    // Another host name that leads here is somebody else's page (DNS rebinding).
    if (!address.getAuthority().equals(exchange.getRequestHeaders().getFirst("Host"))) {
      return SiteReply.page(421, "Another address", "<p>This page is " + Html.text(address + "/"));
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return SiteReply.page(405, "Not possible", "<p>Pages here are only read.</p>");
    }
    String cookies =
        String.join(";", exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
    return get(exchange.getRequestURI(), cookies);
  }

  private SiteReply get(URI uri, String cookies) {
    String[] path = uri.getPath().substring(1).split("/", 2);
    String below = path.length == 2 ? path[1] : "";
    Optional<Application> application =
        applications.keySet().stream().filter(each -> each.id().equals(path[0])).findFirst();
    if (application.isPresent()) {
      return applications.get(application.get()).get(below, query(uri), cookies);
    }
    return switch (path[0]) {
      case "" -> start.map(StartPage::get).orElseGet(SiteReply::notFound);
      case "mail" -> mails.get(below);
      case "style.css" -> SiteReply.style(style);
      case "signed-out" -> signedOut();
      default -> SiteReply.notFound();
    };
  }

  private static SiteReply signedOut() {
    return SiteReply.page("You are signed out", "<p>" + Html.link("/", "Start page") + "</p>");
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> fields = new HashMap<>();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String field : query.split("&", -1)) {
      String[] pair = field.split("=", 2);
      fields.put(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String resource(String name) {
    try (InputStream in = Site.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "demo-pages");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
