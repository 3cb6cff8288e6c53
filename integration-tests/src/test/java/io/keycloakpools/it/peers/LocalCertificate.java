package io.keycloakpools.it.peers;

import io.keycloakpools.harness.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A self-signed certificate for this machine and its private key: two PEM files in a folder. */
public record LocalCertificate(Path folder) {
  private static final String HOST = "localhost";
  private static final Duration VALIDITY = Duration.ofDays(3650);

  /** Reads the folder's certificate, or makes it. */
  public static LocalCertificate in(Path folder) throws IOException {
    LocalCertificate local = new LocalCertificate(folder.toAbsolutePath());
    if (!Files.exists(local.certificate())) {
      local.make();
    }
    return local;
  }

  public Path certificate() {
    return folder.resolve("localhost.pem");
  }

  public Path key() {
    return folder.resolve("localhost-key.pem");
  }

  public SSLContext trust() throws IOException {
    try {
      KeyStore anchors = emptyStore();
      anchors.setCertificateEntry(HOST, x509());
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

  public SSLContext serve() throws IOException {
    try {
      char[] password = UUID.randomUUID().toString().toCharArray();
      KeyStore own = emptyStore();
      own.setKeyEntry(HOST, privateKey(), password, new Certificate[] {x509()});
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

  private PrivateKey privateKey() throws IOException {
    try (PEMParser pem = new PEMParser(Files.newBufferedReader(key()))) {
      return new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) pem.readObject());
    }
  }

  /**
   * The folder gets its name last, so it is complete once it exists. Only its owner may read it.
   */
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
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      Files.createFile(
          key(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      write(key(), new JcaPKCS8Generator(pair.getPrivate(), null));
      write(certificate(), selfSigned(pair));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException(e);
    }
  }

  private static X509CertificateHolder selfSigned(KeyPair pair)
      throws IOException, OperatorCreationException {
    X500Name name = new X500Name("CN=" + HOST);
    Instant now = Instant.now();
    GeneralName[] hosts = {
      new GeneralName(GeneralName.dNSName, HOST),
      new GeneralName(GeneralName.iPAddress, "127.0.0.1")
    };
    return new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(64, new SecureRandom()),
            Date.from(now),
            Date.from(now.plus(VALIDITY)),
            name,
            pair.getPublic())
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(hosts))
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
  }

  private static void write(Path file, Object content) throws IOException {
    try (Writer text = Files.newBufferedWriter(file);
        JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(content);
    }
  }
}
