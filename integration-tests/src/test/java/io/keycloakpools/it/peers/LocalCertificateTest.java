package io.keycloakpools.it.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalCertificateTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir Path parent;

  @Test
  void itNamesThisMachineAndHoldsNothingElse() throws Exception {
    LocalCertificate local = made();

    assertThat(x509(local).getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
    try (var files = Files.list(local.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("localhost.pem", "localhost-key.pem");
    }
    try (var files = Files.list(parent)) {
      assertThat(files).containsExactly(local.folder());
    }
  }

  @Test
  void theKeyFitsAndIsReadableByTheOwnerOnly() throws Exception {
    LocalCertificate local = made();
    byte[] text = {1, 2, 3};

    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(local.key()))));
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(x509(local).getPublicKey());
    signature.update(text);

    assertThat(signature.verify(signed)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(local.key())))
        .isEqualTo("rw-------");
  }

  @Test
  void aServerShowsItAndOnlyWhoeverTrustsItTalksToTheServer() throws Exception {
    LocalCertificate local = made();
    LocalCertificate other = LocalCertificate.in(parent.resolve("other"));

    assertThat(connects(local, local)).isTrue();
    assertThat(connects(local, other)).isFalse();
  }

  private static boolean connects(LocalCertificate shown, LocalCertificate trusted)
      throws Exception {
    try (ServerSocket door =
            shown.serve().getServerSocketFactory().createServerSocket(0, 1, LOOPBACK);
        Socket caller =
            trusted.trust().getSocketFactory().createSocket(LOOPBACK, door.getLocalPort())) {
      CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(() -> firstByte(door));
      caller.getOutputStream().write(7);
      return heard.get(10, TimeUnit.SECONDS) == 7;
    } catch (SSLException e) {
      return false;
    }
  }

  private static int firstByte(ServerSocket door) {
    try (Socket answerer = door.accept()) {
      return answerer.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void itIsMadeOnce() throws IOException {
    String before = Files.readString(made().certificate());

    assertThat(Files.readString(made().certificate())).isEqualTo(before);
  }

  private LocalCertificate made() throws IOException {
    return LocalCertificate.in(parent.resolve("certificate"));
  }

  private static X509Certificate x509(LocalCertificate local) throws Exception {
    try (InputStream pem = Files.newInputStream(local.certificate())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  private static byte[] der(Path pem) throws IOException {
    return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----.*-----", ""));
  }
}
