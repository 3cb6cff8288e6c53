package io.keycloakpools.harness.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The default realm of tests and demo: brute force detection (five failures lock for a minute,
 * quick failures count like slow ones), all events saved, English and German, "Forgot password" on,
 * the default user profile.
 */
record RealmDefaults(String name, List<String> eventTypes, String webSecret) {
  static final String WEB = "web";
  static final String CLI = "cli";
  private static final String KEYS = "org.keycloak.keys.KeyProvider";
  static final String REDIRECT = "http://127.0.0.1/callback/";

  RealmDefaults(String name, List<String> eventTypes) {
    this(name, eventTypes, UUID.randomUUID().toString());
  }

  RealmRepresentation representation() {
    RealmRepresentation realm = new RealmRepresentation();
    realm.setRealm(name);
    realm.setEnabled(true);
    realm.setSslRequired("none");
    realm.setResetPasswordAllowed(true);
    realm.setInternationalizationEnabled(true);
    realm.setSupportedLocales(Set.of("en", "de"));
    realm.setDefaultLocale("en");
    realm.setClients(List.of(web(), cli()));
    keys(realm);
    bruteForce(realm);
    events(realm);
    return realm;
  }

  /** Uses elliptic curves: Keycloak's two RSA keys take most of the time needed for a realm. */
  private static void keys(RealmRepresentation realm) {
    MultivaluedHashMap<String, ComponentExportRepresentation> components =
        new MultivaluedHashMap<>();
    components.add(KEYS, key("ecdsa-generated", Map.of()));
    components.add(KEYS, key("hmac-generated", Map.of("algorithm", List.of("HS512"))));
    components.add(KEYS, key("aes-generated", Map.of()));
    realm.setComponents(components);
    realm.setDefaultSignatureAlgorithm("ES256");
  }

  private static ComponentExportRepresentation key(
      String provider, Map<String, List<String>> config) {
    ComponentExportRepresentation key = new ComponentExportRepresentation();
    key.setName(provider);
    key.setProviderId(provider);
    key.setConfig(new MultivaluedHashMap<>(config));
    return key;
  }

  private static void bruteForce(RealmRepresentation realm) {
    // With it, Keycloak turns away an attempt that comes before it has counted the one before
    // (DefaultBlockingBruteForceProtector): a test of it switches it on, and waits.
    realm.setBruteForceProtected(false);
    realm.setFailureFactor(5);
    realm.setWaitIncrementSeconds(60);
    realm.setMaxFailureWaitSeconds(900);
    realm.setQuickLoginCheckMilliSeconds(0L);
    realm.setMaxDeltaTimeSeconds(3600);
  }

  private void events(RealmRepresentation realm) {
    realm.setEventsEnabled(true);
    realm.setEventsExpiration(86_400);
    realm.setEnabledEventTypes(eventTypes);
    realm.setAdminEventsEnabled(true);
    realm.setAdminEventsDetailsEnabled(true);
  }

  private ClientRepresentation web() {
    ClientRepresentation client = client(WEB);
    client.setSecret(webSecret);
    client.setStandardFlowEnabled(true);
    client.setRedirectUris(List.of(REDIRECT + "*"));
    return client;
  }

  private static ClientRepresentation cli() {
    ClientRepresentation client = client(CLI);
    client.setPublicClient(true);
    client.setStandardFlowEnabled(false);
    client.setDirectAccessGrantsEnabled(true);
    return client;
  }

  private static ClientRepresentation client(String id) {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(id);
    client.setEnabled(true);
    client.setProtocol("openid-connect");
    client.setConsentRequired(false);
    client.setFullScopeAllowed(true);
    return client;
  }
}
