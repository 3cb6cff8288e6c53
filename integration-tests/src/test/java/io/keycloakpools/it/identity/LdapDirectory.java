package io.keycloakpools.it.identity;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** An LDAP server in memory, for Keycloak's LDAP federation; its people are writable. */
final class LdapDirectory implements AutoCloseable {

  private static final String BASE = "dc=example,dc=org";
  private static final String PEOPLE = "ou=people," + BASE;
  private static final String ADMIN = "cn=admin," + BASE;
  private static final String ADMIN_PASSWORD = "ldap-admin-1";

  private final InMemoryDirectoryServer server;

  private LdapDirectory(InMemoryDirectoryServer server) {
    this.server = server;
  }

  static LdapDirectory start() throws LDAPException {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    config.addAdditionalBindCredentials(ADMIN, ADMIN_PASSWORD);
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig(
            "loopback", InetAddress.getLoopbackAddress(), 0, null));
    InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
    server.startListening();
    server.addEntries("dn: " + BASE, "objectClass: domain", "dc: example");
    server.addEntries("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
    return new LdapDirectory(server);
  }

  void add(String uid, String password) throws LDAPException {
    server.addEntries(
        "dn: uid=" + uid + "," + PEOPLE,
        "objectClass: inetOrgPerson",
        "uid: " + uid,
        "cn: Ada",
        "sn: Lovelace",
        "mail: " + uid + "@example.org",
        "userPassword: " + password);
  }

  boolean has(String uid) throws LDAPException {
    return server.getEntry("uid=" + uid + "," + PEOPLE) != null;
  }

  /** Settings of a component {@code ldap} that also takes new users. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("vendor", "other");
    settings.put("connectionUrl", "ldap://127.0.0.1:" + server.getListenPort());
    settings.put("authType", "simple");
    settings.put("bindDn", ADMIN);
    settings.put("bindCredential", ADMIN_PASSWORD);
    settings.put("usersDn", PEOPLE);
    settings.put("searchScope", "1");
    settings.put("userObjectClasses", "inetOrgPerson, organizationalPerson");
    settings.put("usernameLDAPAttribute", "uid");
    settings.put("rdnLDAPAttribute", "uid");
    settings.put("uuidLDAPAttribute", "entryUUID");
    settings.put("editMode", "WRITABLE");
    settings.put("syncRegistrations", "true");
    settings.put("importEnabled", "true");
    settings.put("enabled", "true");
    return settings;
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
