package io.keycloakpools.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.simulators.rest.RestSimulator;
import io.keycloakpools.simulators.rest.RestUser;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Other systems' password hashes in a realm with Keycloak's default hash. */
@ExtendWith(RunningKeycloak.class)
class PasswordHashIT {

  private static final String OLD = "Old-password-1!";
  private static final String BCRYPT =
      "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K";

  /** With the defaults of Keycloak's provider; computed with Bouncy Castle. */
  private static final String ARGON2_AS_KEYCLOAK =
      "$argon2id$v=19$m=7168,t=5,p=1$c29tZXNhbHRzb21lc2FsdA$r4Oo1wGvZA95Ee2ql0BxTjPMLtEb2RJx3pJ/l+PU2ts";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestRealm realm;

  @BeforeAll
  static void open(AdminApi admin) {
    realm = admin.createRealm(settings -> settings.setBruteForceProtected(false));
  }

  @AfterAll
  static void close() {
    realm.close();
  }

  /**
   * One of each family, from PublishedVectorsTest and HashObjectsTest: hash, password, provider.
   */
  static Stream<Arguments> families() {
    return Stream.of(
        Arguments.of(BCRYPT, "hello", "bcrypt"),
        Arguments.of(
            "$wp$2y$10$Q1xinFjrZeLWJBvxviIL6u834Fu.evIEFHAUVisQ5O.w9Dm0sMdES", "admin", "bcrypt"),
        Arguments.of(
            "bcrypt_sha256$$2b$12$e5C3zfswn.CowOBbbb7ngeYbxKzJePCDHwo8AMr/SZeZCoGrk7oue",
            "KRONOS",
            "bcrypt"),
        Arguments.of("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "test12345", "legacy-digest"),
        Arguments.of(
            "pbkdf2_sha256$390000$seasalt$8xBlGd3jVgvJ+92hWPxi5ww0uuAuAnKgC45eudxro7c=",
            "lètmein",
            "pbkdf2-sha256"),
        Arguments.of(
            "{PBKDF2}10000$IlfapjA351LuDSwYC0IQ8Q$saHqQTuYnjJN/tmAndT.8mJt.6w",
            "password",
            "pbkdf2"),
        Arguments.of(
            "{PBKDF2-SHA512}10000$Je1Uw19Bfv5lArzZ6V3EPw$g4T/1sqBUYWl9o93MVnyQ/8zKGSkPbKaXXsT8WmysXQJhWy8MRP2JFudSL.N9RklQYgDPxPjnfum/F2f/TrppA",
            "password",
            "pbkdf2-sha512"),
        Arguments.of(
            "sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8", "lètmein", "legacy-digest"),
        Arguments.of("88a434c88cca4e900f7874cd98123f43", "lètmein", "legacy-digest"),
        Arguments.of(
            "{SSHA512}+7A8kA32q4mCBao4Cbatdyzl5imVwJ62ZAE7UOTP4pfrF90E9R2LabOfJFzx6guaYhTmUEVK2wRKC8bToqspdeTluX2d1BX2",
            "password",
            "legacy-digest"),
        Arguments.of(
            "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
            "password",
            "argon2"),
        Arguments.of(
            "$argon2d$v=19$m=65536,t=4,p=4$25tzbs1ZCwEAAGCMEYJQyg$OlkYC6K4I/X4UJmMC0qecqUwVwLvkT05eje92iumf8E",
            "p@ssw0rd",
            "argon2"),
        Arguments.of(
            "argon2$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$YC9+jJCrQhs5R6db7LlN8Q",
            "secret",
            "argon2"),
        Arguments.of(
            "scrypt$16384$seasalt$8$1$Qj3+9PPyRjSJIebHnG81TMjsqtaIGxNQG/aEB/NYafTJ7tibgfYz71m0ldQESkXFRkdVCBhhY8mx7rQwite/Pw==",
            "lètmein",
            "scrypt"),
        Arguments.of(
            json(
                "{'passwordHash':'lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==','salt':'42xEC+ixf3L2lw==',"
                    + "'hash_config':{'algorithm':'SCRYPT','base64_signer_key':'jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==','base64_salt_separator':'Bw==','rounds':8,'mem_cost':14}}"),
            "user1password",
            "firebase-scrypt"),
        Arguments.of(
            json(
                "{'algorithm':'md5','hash':{'value':'67A1E09BB1F83F5007DC119C14D663AA','encoding':'hex'},'salt':{'value':'salt','position':'prefix'}}"),
            "password",
            "legacy-digest"),
        Arguments.of(
            json(
                "{'config':{'method':'pbkdf2','pbkdf2':{'function':'sha256','key_length':64,'number_of_iterations':80000,'salt':'NaCl'}},'value':'4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d'}"),
            "Password",
            "pbkdf2-sha256"),
        Arguments.of(
            "AAECAwQFBgcICQoLDA0ODxCEoD730DGnFw4NHnkFbzUqs2Q+oFLS3DOrtNk3ruUCig==\r\n",
            "correct horse",
            "pbkdf2"),
        Arguments.of(
            "AQAAAAEAACcQAAAAEAECAwQFBgcICQoLDA0ODxCbIJnJm+N8Gtk+QWDtYJlv+Q/iGAle/IXkUarqzIXzHg==",
            "correct horse",
            "pbkdf2-sha256"),
        Arguments.of(
            "AQAAAAIAAYagAAAAEAECAwQFBgcICQoLDA0ODxD32R4DhQfgk6KzHslnKd/nN2j/RiCE0yccE5eAFLqamA==",
            "correct horse",
            "pbkdf2-sha512"),
        Arguments.of(
            "pbkdf2:sha256:260000$Zl4bC9eXqRt2yWqa$244a1a82e213bf4869ca7e347936753d4f16633dd6fa714539fdf1272cdc8381",
            "correct horse",
            "pbkdf2-sha256"),
        Arguments.of(
            "scrypt:32768:8:1$Zl4bC9eXqRt2yWqa$9fb728eea9f4de8dc54bc12c4da70de85eb7291e9d43e0183fa338bb95c4076d8d196f2918829aea561eef3cf023a9cdf07e9556596482e4d9e73a456b8ff697",
            "correct horse",
            "scrypt"),
        Arguments.of(
            "{pbkdf2}0102030405060708e8ce648fa282262e5ef215fb148ba2f143e66d90e0f912179fa69d17e466954a",
            "correct horse",
            "pbkdf2"),
        Arguments.of(
            "{pbkdf2@SpringSecurity_v5_8}0102030405060708090a0b0c0d0e0f10d74a25a9210a19da17dac14247636c9a5aeaeca4ba7126b1aaa45448206f6602",
            "correct horse",
            "pbkdf2-sha256"),
        Arguments.of(
            "{sha256}010203040506070804b1b49d4fdcb8941a1c91c1cdbe762f9ce27d41643605c6f6bbd2387fc6a3b5",
            "correct horse",
            "legacy-digest"),
        Arguments.of(
            "{scrypt@SpringSecurity_v5_8}$100801$AQIDBAUGBwgJCgsMDQ4PEA==$pNOIejdYHvzXJd29ukg7ijy3IczJ24xlaGFTnMTc0Cc=",
            "correct horse",
            "scrypt"),
        Arguments.of(
            ":pbkdf2:sha512:30000:64:AQIDBAUGBwgJCgsMDQ4PEA==:KBA2B5lE0XOaHJvGmIGDC47gTJJVd8DmIwDiR2gFBKf/+81QtC2H7e5iyDJlA8EjgM5twSNlwd3f8ZXJzSsESw==",
            "correct horse",
            "pbkdf2-sha512"),
        Arguments.of(
            "$fbscrypt$v=1,n=14,r=8,p=1,ss=Bw==,sk=jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$42xEC+ixf3L2lw==$lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==",
            "user1password",
            "firebase-scrypt"),
        // WordPress hashed these two with a backslash before the quote.
        Arguments.of("$P$5IQRaTwmfIzBzQKblHiZZz52PHD0.C1", "Mary's-Horse-77", "legacy-digest"),
        Arguments.of(
            "$wp$2y$05$abcdefghijklmnopqrstuu.FvQ/QEqL8c842o6UdbdkHVAHayG7Dy",
            "Mary's-Horse-77",
            "bcrypt"));
  }

  @Tag("smoke")
  @ParameterizedTest
  @MethodSource("families")
  void anImportedHashSignsInAndIsReplacedByTheRealmsOwn(
      Object hash, String password, String provider) {
    String name = newUser();
    String id = idOf(name);

    realm.passwordHashes().put(id, hash).expectDone();

    assertThat(algorithm(id)).isEqualTo(provider);
    assertThat(signsIn(name, OLD)).isFalse();
    assertThat(signsIn(name, password + "x")).isFalse();
    assertThat(algorithm(id)).isEqualTo(provider);
    assertThat(signsIn(name, password)).isTrue();
    assertThat(data(id).path("algorithm").asText()).isEqualTo("argon2");
    assertThat(data(id).path("additionalParameters").path("memory").path(0).asText())
        .isEqualTo("7168");
    assertThat(signsIn(name, password)).isTrue();
    assertThat(signsIn(name, password + "x")).isFalse();
  }

  @Test
  void argon2WithTheRealmsParametersStays() {
    String name = newUser();
    realm.passwordHashes().put(idOf(name), ARGON2_AS_KEYCLOAK).expectDone();
    JsonNode before = data(idOf(name));

    assertThat(signsIn(name, "password")).isTrue();

    assertThat(data(idOf(name))).isEqualTo(before);
  }

  @Test
  void aTemporaryPasswordHasToBeChanged() {
    String name = newUser();

    realm.passwordHashes().put(idOf(name), BCRYPT, Map.of("temporary", true)).expectDone();
    assertThat(realm.users().get(idOf(name)).getRequiredActions())
        .containsExactly("UPDATE_PASSWORD");

    realm.passwordHashes().put(idOf(name), BCRYPT).expectDone();
    assertThat(realm.users().get(idOf(name)).getRequiredActions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2b$16$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K",
        "$argon2id$v=19$m=1048576,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$scrypt$ln=20,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
        "$pbkdf2-sha256$i=10000001$c2FsdA$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o",
        "$P$P12345678L6Lpt4BxNotVIMILOa9u81",
        "$6$rounds=5000$x.Vg1kiTQ8G2CTLu$aMK0SuBpPDOAX2FDBzNJRuDrJtBdl3rKxILRO8dgT.qU.Hkl/aZXRS7idSceLuy/x.RTooXgGk6SsoGuDUhVf0",
        "plain text",
      })
  void whatIsRefusedSaysWhyAndChangesNothing(String hash) {
    String name = newUser();

    Change.Refused refused = realm.passwordHashes().put(idOf(name), hash).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asText()).startsWith("passwordHash");
    assertThat(refused.errorMessage()).contains(": ").contains("let the user set a new password");
    assertThat(refused.body().toString()).doesNotContain(hash.substring(hash.length() - 10));
    assertThat(signsIn(name, OLD)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "!8rBUnhJkXEwDXD8Bm7lCpAQKBMBoMNzFNnBcHDiE, passwordHashNoPassword, says that the user has no password",
    "{SHA}NWJhYTYxZTRjOWI5M2YzZjA2ODIyNTBiNmNmODMzMWI3ZWU2OGZkOA==, passwordHashHexInBase64, Base64 of hex",
    "{noop}secret, passwordHashUnsupported, a password in clear text",
    "5f4dcc3b5aa765d61d8327deb882cf99:abcdef, passwordHashAmbiguous, salt.position",
  })
  void aCommonMistakeHasAHintOfItsOwn(String hash, String key, String hint) {
    String name = newUser();

    Change.Refused refused = realm.passwordHashes().put(idOf(name), hash).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asText()).isEqualTo(key);
    assertThat(refused.errorMessage()).contains("hash: ", hint);
    assertThat(refused.body().toString()).doesNotContain(hash.substring(hash.length() - 6));
    assertThat(signsIn(name, OLD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"hash\":\"x\",\"temporary\":\"no\"}",
        "{\"hash\":{}}",
        "{\"hash\":null}"
      })
  void whatIsNoRequestIsABadOne(String body) throws IOException {
    String name = newUser();

    Change.Refused refused =
        realm.passwordHashes().send(idOf(name), JSON.readTree(body)).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(signsIn(name, OLD)).isTrue();
  }

  @Test
  void anAdminReadsTheReasonInTheirLanguage() {
    String admin = adminWith(Set.of("manage-users"));
    realm.users().changeAttributes(idOf(admin), Map.of("locale", List.of("de"))).expectDone();
    String token = tokens(admin, OLD).accessToken();

    Change.Refused refused =
        realm.passwordHashesAs(token).put(idOf(newUser()), "$6$x$y").expectRefused();

    assertThat(refused.errorMessage())
        .isEqualTo(
            "hash: sha512-crypt kann hier nicht geprüft werden. Lassen Sie den Hash weg und die"
                + " Person ein neues Passwort setzen.");
  }

  @Tag("smoke")
  @Test
  void theEventHasNoHash() {
    String id = idOf(newUser());

    realm.passwordHashes().put(id, BCRYPT).expectDone();

    JsonNode events = realm.events().ofAdministrators();
    JsonNode newest = events.path(0);
    assertThat(newest.path("operationType").asText()).isEqualTo("ACTION");
    assertThat(newest.path("resourceType").asText()).isEqualTo("USER");
    assertThat(newest.path("resourcePath").asText()).isEqualTo("password-hashes/users/" + id);
    assertThat(events.toString()).doesNotContain(BCRYPT.substring(7));
  }

  /** Only admins who may reset the password. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theRightsAreThoseOfResetPassword(boolean fineGrained) {
    realm.change(Map.of("adminPermissionsEnabled", fineGrained)).expectDone();
    String id = idOf(newUser());
    String nobody = UUID.randomUUID().toString();
    SoftAssertions soft = new SoftAssertions();
    Set<Integer> seen = new HashSet<>();
    for (Set<String> roles :
        List.of(
            Set.of("realm-admin"),
            Set.of("manage-users"),
            Set.of("view-users"),
            Set.of("query-users"),
            Set.of("manage-realm"),
            Set.of("impersonation"),
            Set.<String>of())) {
      String token = tokens(adminWith(roles), OLD).accessToken();
      for (String user : List.of(id, nobody)) {
        int keycloaks =
            status(
                realm
                    .restAs(token)
                    .put(
                        "/users/" + user + "/reset-password",
                        Map.of("type", "password", "value", OLD, "temporary", false)));
        soft.assertThat(status(realm.passwordHashesAs(token).put(user, BCRYPT)))
            .as(roles + (user.equals(id) ? "" : ", of nobody"))
            .isEqualTo(keycloaks);
        soft.assertThat(status(realm.passwordHashesAs(token).put(user, "wrong")))
            .as(roles + " with a wrong hash" + (user.equals(id) ? "" : ", of nobody"))
            .isEqualTo(keycloaks == 204 ? 400 : keycloaks);
        seen.add(keycloaks);
      }
    }
    soft.assertThat(status(realm.passwordHashesAs("").put(id, BCRYPT))).isEqualTo(401);
    soft.assertAll();
    assertThat(seen).contains(204, 403, 404);
    realm.change(Map.of("adminPermissionsEnabled", false)).expectDone();
  }

  @Test
  void theReplacedPasswordGoesIntoTheHistory(AdminApi admin) {
    try (TestRealm strict =
        admin.createRealm(settings -> settings.setPasswordPolicy("passwordHistory(3)"))) {
      String id = strict.users().create("ada", OLD);

      strict.passwordHashes().put(id, BCRYPT).expectDone();

      assertThat(strict.users().setPassword(id, OLD, false).expectRefused().status())
          .isEqualTo(400);
      assertThat(strict.users().setPassword(id, "hello", false).expectRefused().status())
          .isEqualTo(400);
      strict.users().setPassword(id, "Something-else-1!", false).expectDone();
    }
  }

  @Test
  void theUserOfAUserPoolKeepsThePasswordThere() {
    try (RestSimulator directory = RestSimulator.onPort(0).start()) {
      RestUser unused =
          directory
              .users()
              .add(
                  RestUser.builder("42", "grace")
                      .password("Old-grace-1!")
                      .email("grace@example.com", true)
                      .name("Grace", "Hopper")
                      .build());
      String pool =
          realm
              .components()
              .add("pool", "rest-user-pool", Map.of("url", directory.pools().toString()))
              .id();
      String id = idOf("grace");

      Change.Refused refused = realm.passwordHashes().put(id, BCRYPT).expectRefused();

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.errorMessage()).contains("user federation");
      assertThat(realm.users().credentials(id)).isEmpty();
      assertThat(signsIn("grace", "hello")).isFalse();
      assertThat(signsIn("grace", "Old-grace-1!")).isTrue();
      realm.users().delete(id).expectDone();
      realm.components().delete(pool).expectDone();
    }
  }

  /** A realm import writes credentials unchecked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bcrypt:$2b$31$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K",
        "scrypt:$scrypt$ln=30,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
        "firebase-scrypt:$firescrypt$ln=30,r=8,p=1$sPtDhWcd1MfdAw==$xbSou7FOl6mChCyzpCPIQ7tku7nsQMTFtyOZSXXd7tjBa4NtimOx7v42Gv2SfzPQu1oxM2/k4SsbOu73wlKe1A==$Bw==$YE0dO4bwD4JnJafh6lZZfkp1MtKzuKAXQcDCJNJNyeCHairWHKENOkbh3dzwaCdizzOspwr/FITUVlnOAwPKyw==",
        "legacy-digest:$P$S12345678L6Lpt4BxNotVIMILOa9u81",
        "bcrypt:whatever",
        "scrypt:",
      })
  void whatWasImportedPastUsNeitherSignsInNorCosts(String imported, KeycloakRuntime keycloak) {
    String algorithm = imported.substring(0, imported.indexOf(':'));
    String value = imported.substring(imported.indexOf(':') + 1);
    int logged = keycloak.log().length();
    String name = partialImport(algorithm, value);

    TokenAnswer answer = realm.directGrant().login(name, "hello");

    assertThat(answer.ok()).isFalse();
    assertThat(answer.error()).isEqualTo("invalid_grant");
    String log = keycloak.log().substring(logged);
    assertThat(log).contains("The " + algorithm + " hash of credential " + credentialId(name));
    if (value.length() > 20) {
      assertThat(log).doesNotContain(value.substring(value.length() - 20));
    }
    realm.users().setPassword(idOf(name), OLD, false).expectDone();
    assertThat(signsIn(name, OLD)).isTrue();
  }

  /** In the export format of the community's bcrypt extensions. */
  @Test
  void bcryptOfARealmImportSignsIn() {
    String name = partialImport("bcrypt", BCRYPT);

    assertThat(signsIn(name, "Hello")).isFalse();
    assertThat(signsIn(name, "hello")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scrypt", "firebase-scrypt", "legacy-digest"})
  void noRealmHashesNewPasswordsWithWhatOnlyVerifies(String algorithm) {
    Change.Refused refused =
        realm.change(Map.of("passwordPolicy", "hashAlgorithm(" + algorithm + ")")).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage()).contains(algorithm + " only verifies");
  }

  private static String partialImport(String algorithm, String value) {
    String name = "raw-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> credential =
        Map.of(
            "type",
            "password",
            "credentialData",
            write(Map.of("algorithm", algorithm, "hashIterations", 1)),
            "secretData",
            write(Map.of("value", value, "salt", "")));
    Map<String, Object> user = new HashMap<>();
    user.put("username", name);
    user.put("enabled", true);
    user.put("email", name + "@example.org");
    user.put("firstName", "Raw");
    user.put("lastName", "Import");
    user.put("credentials", List.of(credential));
    realm
        .rest()
        .post("/partialImport", Map.of("ifResourceExists", "FAIL", "users", List.of(user)))
        .expectDone();
    return name;
  }

  private static String newUser() {
    String name = "user-" + UUID.randomUUID().toString().substring(0, 8);
    String unused = realm.users().create(name, OLD);
    return name;
  }

  private static String adminWith(Set<String> roles) {
    String name = newUser();
    realm.users().grantClientRoles(idOf(name), "realm-management", roles);
    return name;
  }

  private static String idOf(String name) {
    return realm.users().byUsername(name).orElseThrow().getId();
  }

  private static boolean signsIn(String name, String password) {
    return realm.directGrant().login(name, password).ok();
  }

  private static TokenAnswer tokens(String name, String password) {
    TokenAnswer tokens = realm.directGrant().login(name, password);
    assertThat(tokens.ok()).as(tokens.toString()).isTrue();
    return tokens;
  }

  private static int status(Change change) {
    return change instanceof Change.Refused refused ? refused.status() : 204;
  }

  private static String algorithm(String id) {
    return data(id).path("algorithm").asText();
  }

  private static String credentialId(String name) {
    return realm.users().credentials(idOf(name)).get(0).getId();
  }

  private static JsonNode data(String id) {
    List<CredentialRepresentation> credentials = realm.users().credentials(id);
    assertThat(credentials).hasSize(1);
    return json(credentials.get(0).getCredentialData());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
