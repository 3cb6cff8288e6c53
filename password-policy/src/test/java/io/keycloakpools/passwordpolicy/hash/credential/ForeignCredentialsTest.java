package io.keycloakpools.passwordpolicy.hash.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.passwordpolicy.hash.ForeignHashes;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.Pbkdf2PasswordHashProvider;
import org.keycloak.credential.hash.Pbkdf2Sha256PasswordHashProviderFactory;
import org.keycloak.credential.hash.Pbkdf2Sha512PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.policy.HashIterationsPasswordPolicyProviderFactory;
import org.keycloak.policy.PasswordPolicyConfigException;

class ForeignCredentialsTest {

  private static final String BCRYPT =
      "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K";
  private static final PasswordHashProvider OURS = new BcryptHashProviderFactory().create(null);

  /** Stored credentials that no import of ours wrote. */
  private static final List<String> SECRETS =
      List.of(
          "",
          "{}",
          "{\"value\":null}",
          "{\"value\":\"\"}",
          "{\"value\":\"x\",\"salt\":\"\"}",
          "{\"value\":\"$2b$31$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K\"}",
          "{\"value\":\"$scrypt$ln=30,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E\"}",
          "{\"value\":\"$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\"}");

  private static List<PasswordHashProvider> ours() {
    return Stream.of(
            new BcryptHashProviderFactory(),
            new ScryptHashProviderFactory(),
            new FirebaseScryptHashProviderFactory(),
            new LegacyDigestHashProviderFactory())
        .map(factory -> factory.create(null))
        .toList();
  }

  private static List<PasswordHashProvider> keycloaks() {
    return List.of(
        new Pbkdf2PasswordHashProvider("pbkdf2", "PBKDF2WithHmacSHA1", 1_300_000, 0),
        new Pbkdf2Sha256PasswordHashProviderFactory().create(null),
        new Pbkdf2Sha512PasswordHashProviderFactory().create(null));
  }

  @ParameterizedTest
  @MethodSource("io.keycloakpools.passwordpolicy.hash.PublishedVectorsTest#all")
  void everyProviderHasAnAnswerToEveryHash(String source, String password, String hash) {
    PasswordCredentialModel credential = stored(ForeignCredentials.of(ForeignHashes.parse(hash)));

    Stream.concat(ours().stream(), keycloaks().stream())
        .forEach(
            provider -> {
              boolean unused = provider.policyCheck(PasswordPolicy.empty(), credential);
              assertThat(provider.credentialHashingStrength(credential)).isNotBlank();
            });
    keycloaks()
        .forEach(
            provider ->
                assertThat(provider.policyCheck(null, credential))
                    .as(source + " is rehashed")
                    .isFalse());
  }

  @ParameterizedTest
  @MethodSource("io.keycloakpools.passwordpolicy.hash.PublishedVectorsTest#all")
  void onlyTheProviderOfItsAlgorithmVerifiesAHash(String source, String password, String hash) {
    PasswordCredentialModel credential = stored(ForeignCredentials.of(ForeignHashes.parse(hash)));
    String algorithm = credential.getPasswordCredentialData().getAlgorithm();
    boolean keycloaks = algorithm.startsWith("pbkdf2") || algorithm.equals("argon2");

    assertThat(ours().stream().filter(provider -> provider.verify(password, credential)).count())
        .as(source)
        .isEqualTo(keycloaks ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bcrypt", "scrypt", "firebase-scrypt", "legacy-digest", "argon2", "", "x"})
  void whatWasStoredPastUsNeverVerifiesAndNeverThrows(String algorithm) {
    for (String secret : SECRETS) {
      for (String data : List.of("", "{}", "{\"algorithm\":\"%s\"}".formatted(algorithm))) {
        PasswordCredentialModel credential = raw(data, secret);
        for (PasswordHashProvider provider : ours()) {
          assertThat(provider.verify("x", credential)).isFalse();
          assertThat(provider.credentialHashingStrength(credential)).isEqualTo("unknown");
        }
        assertThat(OURS.policyCheck(PasswordPolicy.empty(), credential)).isFalse();
      }
    }
  }

  /** The format of keycloak-bcrypt and other extensions. */
  @Test
  void bcryptAsOtherExtensionsStoreItVerifies() {
    PasswordCredentialModel credential =
        raw(
            "{\"hashIterations\":10,\"algorithm\":\"bcrypt\"}",
            "{\"value\":\"" + BCRYPT + "\",\"salt\":\"\"}");

    assertThat(OURS.verify("hello", credential)).isTrue();
    assertThat(OURS.verify("Hello", credential)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false", "15, false", "16, true", "9, true"})
  void aCostBelowThePolicyIsRehashed(int policy, boolean kept) {
    PasswordCredentialModel credential = stored(ForeignCredentials.of(ForeignHashes.parse(BCRYPT)));

    assertThat(OURS.policyCheck(withIterations(policy), credential)).isEqualTo(kept);
  }

  @Test
  void withoutAPolicyTheCostIs12() {
    PasswordCredentialModel credential = stored(OURS.encodedCredential("secret", -1));

    assertThat(credential.getPasswordCredentialData().getHashIterations()).isEqualTo(12);
    assertThat(OURS.policyCheck(PasswordPolicy.empty(), credential)).isTrue();
    assertThat(OURS.credentialHashingStrength(credential)).isEqualTo("cost=12");
    assertThat(
            OURS.policyCheck(
                PasswordPolicy.empty(), stored(ForeignCredentials.of(ForeignHashes.parse(BCRYPT)))))
        .isFalse();
  }

  @Test
  void theBugOf2xIsRehashed() {
    PasswordCredentialModel credential =
        stored(ForeignCredentials.of(ForeignHashes.parse(BCRYPT.replace("$2b$10", "$2x$12"))));

    assertThat(OURS.policyCheck(PasswordPolicy.empty(), credential)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 16, 27500})
  void anImpossibleCostIsRefused(int iterations) {
    assertThatThrownBy(() -> OURS.encodedCredential("secret", iterations))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("from 10 to 15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scrypt", "firebase-scrypt", "legacy-digest"})
  void aRealmCannotChooseWhatOnlyVerifies(String algorithm) {
    assertThatThrownBy(() -> new HashAlgorithmPolicyProviderFactory().parseConfig(algorithm))
        .isInstanceOf(PasswordPolicyConfigException.class)
        .hasMessageContaining(algorithm + " only verifies");
  }

  private static PasswordPolicy withIterations(int iterations) {
    KeycloakSession session =
        (KeycloakSession)
            Proxy.newProxyInstance(
                KeycloakSession.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (proxy, method, arguments) -> new HashIterationsPasswordPolicyProviderFactory());
    return PasswordPolicy.build()
        .put(PasswordPolicy.HASH_ITERATIONS_ID, Integer.toString(iterations))
        .build(session);
  }

  private static PasswordCredentialModel stored(PasswordCredentialModel credential) {
    return raw(credential.getCredentialData(), credential.getSecretData());
  }

  private static PasswordCredentialModel raw(String data, String secret) {
    CredentialModel credential = new CredentialModel();
    credential.setId("the-id");
    credential.setType(PasswordCredentialModel.TYPE);
    credential.setCredentialData(data);
    credential.setSecretData(secret);
    return PasswordCredentialModel.createFromCredentialModel(credential);
  }
}
