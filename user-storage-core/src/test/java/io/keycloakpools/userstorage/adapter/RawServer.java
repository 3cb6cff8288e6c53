package io.keycloakpools.userstorage.adapter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Scripts each connection byte by byte. */
final class RawServer implements AutoCloseable {

  /** The connection is closed afterwards. */
  @FunctionalInterface
  interface Conduct {
    void on(Connection connection) throws IOException, InterruptedException;
  }

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Connection> connections = new CopyOnWriteArrayList<>();

  private RawServer() throws IOException {}

  static RawServer start(Conduct conduct) throws IOException {
    RawServer server = new RawServer();
    server.threads.execute(() -> server.accept(conduct));
    return server;
  }

  /** Keeps the connection open. */
  static RawServer answering(String answer) throws IOException {
    return start(
        connection -> {
          while (connection.readRequest()) {
            connection.write(answer);
          }
        });
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + path);
  }

  /** Includes headers. */
  List<String> requests() {
    return requests;
  }

  int connections() {
    return connections.size();
  }

  /** Waits until the client hangs up, which a server notices when it writes. */
  boolean wasHungUpOn() throws InterruptedException {
    return connections.get(0).broken.await(5, TimeUnit.SECONDS);
  }

  /** Waits until the server hangs up on the first connection. */
  boolean hungUp() throws InterruptedException {
    return connections.get(0).over.await(5, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    door.close();
    for (Connection connection : connections) {
      connection.socket.close();
    }
    threads.shutdownNow();
  }

  private void accept(Conduct conduct) {
    while (closed.getCount() > 0) {
      try {
        Connection connection = new Connection(door.accept());
        connections.add(connection);
        threads.execute(() -> serve(connection, conduct));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Connection connection, Conduct conduct) {
    try (connection.socket) {
      conduct.on(connection);
    } catch (IOException e) {
      connection.broken.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connection.over.countDown();
    }
  }

  final class Connection {

    private final Socket socket;
    private final CountDownLatch broken = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private Connection(Socket socket) {
      this.socket = socket;
    }

    /** Returns false if the client hung up. */
    boolean readRequest() throws IOException {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      String head = "";
      while (!head.endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return false;
        }
        read.write(next);
        head = read.toString(StandardCharsets.ISO_8859_1);
      }
      read.write(in.readNBytes(length(head)));
      requests.add(read.toString(StandardCharsets.ISO_8859_1));
      return true;
    }

    String lastRequest() {
      return requests.get(requests.size() - 1);
    }

    void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    /** Writes a piece repeatedly until somebody hangs up. */
    void drip(String piece) throws IOException, InterruptedException {
      while (!closed.await(20, TimeUnit.MILLISECONDS)) {
        write(piece);
      }
    }

    void pour(String piece) throws IOException {
      while (closed.getCount() > 0) {
        write(piece);
      }
    }

    void hang() throws InterruptedException {
      closed.await();
    }

    void reset() {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static int length(String head) {
      return head.lines()
          .map(line -> line.toLowerCase(Locale.ROOT))
          .filter(line -> line.startsWith("content-length:"))
          .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
          .findFirst()
          .orElse(0);
    }
  }
}
