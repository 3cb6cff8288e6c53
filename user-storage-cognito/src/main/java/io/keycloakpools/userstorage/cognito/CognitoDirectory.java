package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.directory.BoundedDirectory;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** A Cognito user pool as a directory. */
final class CognitoDirectory implements Directory {

  private final CognitoIdentityProviderClient client;
  private final CognitoLookups lookups;
  private final CognitoPasswords passwords;
  private final CognitoConnectionTest connectionTest;
  private final Duration requestTimeout;
  private final Duration lookupTimeout;

  CognitoDirectory(
      CognitoSettings settings,
      CognitoIdentityProviderClient client,
      Duration requestTimeout,
      Executor executor) {
    this.client = client;
    this.lookups =
        new CognitoLookups(client, settings.userPoolId(), new CognitoUsers(settings.tenantField()));
    InitiateAuth initiateAuth = new InitiateAuth(client, settings);
    this.passwords = new CognitoPasswords(initiateAuth, lookups, executor);
    this.connectionTest = new CognitoConnectionTest(client, settings, initiateAuth, requestTimeout);
    this.requestTimeout = requestTimeout;
    this.lookupTimeout = BoundedDirectory.lookupTimeout(requestTimeout);
  }

  @Override
  public Lookup findByUsername(String username) {
    return lookups.byName(username, Budget.of(lookupTimeout));
  }

  @Override
  public Lookup findByEmail(String email) {
    return lookups.byEmail(email, Budget.of(lookupTimeout));
  }

  @Override
  public Lookup findByExternalId(String externalId) {
    return lookups.byExternalId(externalId, Budget.of(lookupTimeout));
  }

  @Override
  public Listing listUsers(Optional<String> page, int limit) {
    return lookups.page(page, limit, Budget.of(requestTimeout));
  }

  @Override
  public PasswordCheck checkPassword(PasswordAttempt attempt) {
    return passwords.check(attempt, Budget.of(requestTimeout));
  }

  @Override
  public ConnectionTest test() {
    return connectionTest.run();
  }

  /**
   * Every call once, for nobody: loads the SDK's classes, fetches credentials and opens a
   * connection.
   */
  @Override
  public void warmUp() {
    connectionTest.reading();
  }

  @Override
  public void close() {
    client.close();
  }
}
