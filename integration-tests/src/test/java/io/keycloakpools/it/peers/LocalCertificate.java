package io.keycloakpools.it.peers;

import io.keycloakpools.harness.ChildProcess;
import io.keycloakpools.harness.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for this machine, signed by itself, and its private key: two PEM files.
 *
 * @param folder where they are
 */
public record LocalCertificate(Path folder) {
  private static final String ALIAS = "localhost";
  private static final String PASSWORD_VARIABLE = "KEYSTORE_PASSWORD";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** The one in that folder, made now if it is not there yet. */
  public static LocalCertificate in(Path folder) throws IOException {
    LocalCertificate local = new LocalCertificate(folder.toAbsolutePath());
    if (!Files.exists(local.certificate())) {
      local.make();
    }
    return local;
  }

  /** The certificate, for whoever shall trust it. */
  public Path certificate() {
    return folder.resolve("localhost.pem");
  }

  /** Its private key. */
  public Path key() {
    return folder.resolve("localhost-key.pem");
  }

  /** Trusts this certificate and no other. */
  public SSLContext trust() throws IOException {
    try {
      KeyStore anchors = emptyStore();
      anchors.setCertificateEntry(ALIAS, x509());
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(anchors);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Shows this certificate to whoever connects. */
  public SSLContext serve() throws IOException {
    try {
      char[] password = UUID.randomUUID().toString().toCharArray();
      KeyStore own = emptyStore();
      own.setKeyEntry(ALIAS, privateKey(), password, new Certificate[] {x509()});
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(own, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private Certificate x509() throws GeneralSecurityException, IOException {
    try (InputStream pem = Files.newInputStream(certificate())) {
      return CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  private PrivateKey privateKey() throws GeneralSecurityException, IOException {
    String content = Files.readString(key()).replaceAll("-----.*-----", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(content)));
  }

  /** Complete once it is there: the folder gets its name last. The owner alone may look into it. */
  private void make() throws IOException {
    Files.createDirectories(folder.getParent());
    Path making = Files.createTempDirectory(folder.getParent(), "certificate-");
    try {
      new LocalCertificate(making).fill();
      Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(certificate())) {
        throw e;
      }
    } finally {
      Folders.delete(making);
    }
  }

  private void fill() throws IOException {
    String password = UUID.randomUUID().toString();
    Path store = folder.resolve("localhost.p12");
    ChildProcess.run(
        keytool(store),
        Map.of(PASSWORD_VARIABLE, password),
        folder,
        folder.resolve("keytool.log"),
        LIMIT);
    try {
      KeyStore made = KeyStore.getInstance(store.toFile(), password.toCharArray());
      byte[] key = made.getKey(ALIAS, password.toCharArray()).getEncoded();
      Files.createFile(
          key(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(key(), pem("PRIVATE KEY", key));
      Files.writeString(certificate(), pem("CERTIFICATE", made.getCertificate(ALIAS).getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    Files.delete(store);
  }

  private static List<String> keytool(Path store) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-keystore",
        store.toString(),
        "-storetype",
        "PKCS12",
        "-storepass:env",
        PASSWORD_VARIABLE,
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-validity",
        "3650");
  }

  private static String pem(String type, byte[] content) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }
}
