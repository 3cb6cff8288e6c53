package io.keycloakpools.it;

import io.keycloakpools.harness.FreePorts;
import io.keycloakpools.it.peers.LocalCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;

/**
 * Passes bytes to a directory and back, unchanged, so that signatures stay valid. Records the
 * traffic, can be shut as if the directory were gone, and may require TLS where the directory does
 * not.
 */
public final class Relay implements AutoCloseable {

  private record Conversation(
      Socket caller, Socket answerer, ByteArrayOutputStream asked, ByteArrayOutputStream answered) {

    void end() {
      try (caller;
          answerer) {
        asked.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final URI behind;
  private final String scheme;
  private final ServerSocketFactory doors;
  private final int port = FreePorts.any();
  private final List<Conversation> conversations = new CopyOnWriteArrayList<>();
  private ServerSocket door;
  private ExecutorService threads;

  private Relay(URI behind, String scheme, ServerSocketFactory doors) {
    this.behind = behind;
    this.scheme = scheme;
    this.doors = doors;
  }

  public static Relay to(URI behind) {
    Relay relay = new Relay(behind, "http", ServerSocketFactory.getDefault());
    relay.open();
    return relay;
  }

  /** An open relay with TLS towards callers; it records plain text. */
  public static Relay overTls(URI behind, LocalCertificate shown) {
    try {
      Relay relay = new Relay(behind, "https", shown.serve().getServerSocketFactory());
      relay.open();
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create(scheme + "://127.0.0.1:" + port);
  }

  public void open() {
    try {
      ServerSocket opened = doors.createServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      door = opened;
      threads = Executors.newCachedThreadPool();
      threads.execute(() -> welcome(opened));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void shut() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    conversations.forEach(Conversation::end);
    threads.shutdown();
  }

  @Override
  public void close() {
    shut();
  }

  public void forget() {
    conversations.forEach(
        conversation -> {
          conversation.asked().reset();
          conversation.answered().reset();
        });
  }

  /** The first group of every match in the traffic since {@link #forget()}. */
  public List<String> said(Pattern pattern) {
    return conversations.stream()
        .flatMap(talk -> Stream.of(talk.asked(), talk.answered()))
        .flatMap(words -> matches(pattern, words))
        .toList();
  }

  private static Stream<String> matches(Pattern pattern, ByteArrayOutputStream words) {
    return pattern
        .matcher(words.toString(StandardCharsets.ISO_8859_1))
        .results()
        .map(found -> found.group(1));
  }

  private void welcome(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        connect(opened.accept());
      } catch (IOException e) {
        // The relay was shut, or the directory is gone: the caller notices.
      }
    }
  }

  private void connect(Socket caller) throws IOException {
    Socket answerer;
    try {
      answerer = new Socket(behind.getHost(), behind.getPort());
    } catch (IOException e) {
      caller.close();
      throw e;
    }
    Conversation talk =
        new Conversation(
            caller, answerer, new ByteArrayOutputStream(), new ByteArrayOutputStream());
    conversations.add(talk);
    threads.execute(() -> pass(talk, caller, answerer, talk.asked()));
    threads.execute(() -> pass(talk, answerer, caller, talk.answered()));
  }

  private static void pass(Conversation talk, Socket from, Socket to, OutputStream copy) {
    byte[] piece = new byte[8192];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        copy.write(piece, 0, length);
        out.write(piece, 0, length);
      }
    } catch (IOException e) {
      // Either side ended the connection; so does the relay.
    } finally {
      talk.end();
    }
  }
}
