package io.keycloakpools.harness.admin;

import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.person.Account;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.RealmTokenEndpoint;
import io.keycloakpools.harness.person.TokenAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

public final class TestRealm implements AutoCloseable {
  private final URI baseUrl;
  private final String name;
  private final String webSecret;
  private final AdminRest rest;
  private final Consumer<TestRealm> whenClosed;

  TestRealm(
      URI baseUrl, String name, String webSecret, AdminRest root, Consumer<TestRealm> whenClosed) {
    this.baseUrl = baseUrl;
    this.name = name;
    this.webSecret = webSecret;
    this.rest = root.below("/admin/realms/" + JsonHttp.encode(name));
    this.whenClosed = whenClosed;
  }

  public String name() {
    return name;
  }

  String webSecret() {
    return webSecret;
  }

  public AdminRest rest() {
    return rest;
  }

  /** Uses another token, or none if it is empty. */
  public AdminRest restAs(String accessToken) {
    return rest.as(accessToken);
  }

  /**
   * Uses the token of a new client's service account, as a script does.
   *
   * @param roles of the client {@code realm-management}
   */
  public AdminRest restOfScript(String clientId, String... roles) {
    String secret = UUID.randomUUID().toString();
    String client =
        rest.post(
                "/clients",
                Map.of(
                    "clientId",
                    clientId,
                    "secret",
                    secret,
                    "publicClient",
                    false,
                    "serviceAccountsEnabled",
                    true))
            .id();
    String account = rest.read("/clients/" + client + "/service-account-user").path("id").asText();
    users().grantClientRoles(account, "realm-management", List.of(roles));
    return restAs(
        new RealmTokenEndpoint(client(clientId, Optional.of(secret)))
            .ask(Map.of("grant_type", "client_credentials"))
            .accessToken());
  }

  /**
   * Returns a console's texts by key.
   *
   * @param console {@code admin} or {@code account}
   */
  public Map<String, String> consoleTexts(String console, String language) {
    URI address =
        baseUrl.resolve("/resources/" + JsonHttp.encode(name) + "/" + console + "/" + language);
    return JsonHttp.send(JsonHttp.request(address).build())
        .body()
        .valueStream()
        .collect(
            Collectors.toMap(
                text -> text.path("key").asText(), text -> text.path("value").asText()));
  }

  public UserPools userPools() {
    return new UserPools(rest);
  }

  public UserPools userPoolsAs(String accessToken) {
    return new UserPools(restAs(accessToken));
  }

  public PasswordHashes passwordHashes() {
    return new PasswordHashes(rest);
  }

  public PasswordHashes passwordHashesAs(String accessToken) {
    return new PasswordHashes(restAs(accessToken));
  }

  public RealmRepresentation settings() {
    return rest.read("", RealmRepresentation.class);
  }

  public Change change(Map<String, ?> settings) {
    return rest.put("", settings);
  }

  public Users users() {
    return new Users(rest);
  }

  public Users usersAs(AdminRest somebody) {
    return new Users(somebody);
  }

  public Components components() {
    return new Components(rest);
  }

  public Events events() {
    return new Events(rest);
  }

  public Organizations organizations() {
    return new Organizations(rest);
  }

  public Profile profile() {
    return new Profile(rest);
  }

  public Change createRole(String role) {
    return rest.post("/roles", Map.of("name", role));
  }

  public Change createGroup(String group) {
    return rest.post("/groups", Map.of("name", group));
  }

  public List<String> groups() {
    return rest.texts("/groups", "name");
  }

  /** Nobody can reach the provider: it serves for links, not for signing in. */
  public Change createIdentityProvider(String alias) {
    return rest.post(
        "/identity-provider/instances",
        Map.of(
            "alias",
            alias,
            "providerId",
            "oidc",
            "enabled",
            true,
            "config",
            Map.of(
                "clientId", "keycloak",
                "clientSecret", "not-used",
                "authorizationUrl", "https://accounts.example.com/auth",
                "tokenUrl", "https://accounts.example.com/token")));
  }

  public Change createClient(ClientRepresentation client) {
    return rest.post("/clients", client);
  }

  /** The redirect URI is {@code http://127.0.0.1/callback/<id>}. */
  public RealmClient client(String id, Optional<String> secret) {
    return new RealmClient(
        baseUrl, name, id, secret, URI.create(RealmDefaults.REDIRECT + JsonHttp.encode(id)));
  }

  public RealmClient web() {
    return client(RealmDefaults.WEB, Optional.of(webSecret));
  }

  public RealmClient cli() {
    return client(RealmDefaults.CLI, Optional.empty());
  }

  public Browser browser() {
    return new Browser(web());
  }

  public DirectGrant directGrant() {
    return new DirectGrant(cli());
  }

  public Account account(TokenAnswer tokens) {
    return new Account(web(), tokens);
  }

  public void delete() {
    rest.delete("").expectDone();
  }

  @Override
  public void close() {
    whenClosed.accept(this);
  }

  @Override
  public String toString() {
    return "TestRealm[" + name + "]";
  }
}
