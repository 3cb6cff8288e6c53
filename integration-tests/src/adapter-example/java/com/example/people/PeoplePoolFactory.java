package com.example.people;

import io.keycloakpools.common.settings.*;
import io.keycloakpools.userstorage.*;
import io.keycloakpools.userstorage.directory.*;
import io.keycloakpools.userstorage.settings.*;
import java.security.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Users of the table "people"; a password there is "salt:hash", both in Base64, by PBKDF2. */
public final class PeoplePoolFactory extends UserPoolProviderFactory {
  @Override public String getId() { return "people-user-pool"; }
  @Override public String getHelpText() { return "Users of the table people sign in."; }
  @Override protected List<ProviderConfigProperty> directoryProperties() { return List.of(); }

  /** The URL is the server's, not the pool's: who chooses a JDBC URL can have it run code. */
  @Override protected Directory open(
      KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor) {
    return new People(Config.scope("storage", getId()).get("url"));
  }

  private static final AccountStatus CLOSED = new AccountStatus.Unusable(UnusableReason.DISABLED);
  private record Row(DirectoryUser user, String password) {}
  private record People(String url) implements Directory {
    @Override public Lookup findByUsername(String name) { return find("lower(login) = lower(?)", name); }
    @Override public Lookup findByEmail(String email) { return find("lower(email) = lower(?)", email); }
    @Override public Lookup findByExternalId(String id, String loginName) { return find("id = ?", id); }

    private Lookup find(String condition, String value) {
      return ask(condition, value, rows -> switch (rows.size()) {
        case 0 -> new Lookup.NotFound();
        case 1 -> new Lookup.Found(rows.get(0).user());
        default -> new Lookup.Ambiguous(rows.size());
      }, Lookup.Unavailable::new);
    }

    @Override public Listing listUsers(Optional<String> page, int limit) {
      return ask("id > ? order by id", page.orElse(""), rows -> {
        List<DirectoryUser> users = rows.stream().map(Row::user).limit(limit).toList();
        Row next = rows.size() > limit ? rows.get(limit - 1) : null; // the last of this page
        return new Listing.Page(users, Optional.ofNullable(next).map(row -> row.user().externalId()));
      }, Listing.Unavailable::new);
    }

    @Override public PasswordCheck checkPassword(PasswordAttempt attempt) {
      return ask("id = ?", attempt.externalId(),
          rows -> rows.stream().filter(row -> isRight(attempt.password(), row.password())).findFirst()
              .<PasswordCheck>map(row -> new PasswordCheck.Accepted(row.user()))
              .orElseGet(PasswordCheck.Rejected::new),
          PasswordCheck.Unavailable::new);
    }

    @Override public ConnectionTest test() {
      return ask("id = ?", "", rows -> new ConnectionTest.Works(), outage ->
          new ConnectionTest.Fails(SettingProblem.of("url", "userPoolSettingNoAnswer", outage.reason())));
    }
    @Override public void close() {}

    private <T> T ask(String where, String value, Function<List<Row>, T> with, Function<Outage, T> without) {
      try (Connection connection = DriverManager.getConnection(url);
          PreparedStatement query = connection.prepareStatement("select * from people where " + where)) {
        query.setQueryTimeout(2);
        query.setMaxRows(1000);
        query.setString(1, value);
        List<Row> rows = new ArrayList<>();
        for (ResultSet row = query.executeQuery(); row.next(); ) {
          DirectoryUser.Builder user = DirectoryUser.builder(row.getString("id"), row.getString("login"))
              .email(row.getString("email"), row.getBoolean("email_verified"))
              .name(row.getString("first_name"), row.getString("last_name"), null)
              .status(row.getBoolean("active") ? new AccountStatus.Usable() : CLOSED);
          rows.add(new Row(user.build(), row.getString("password")));
        }
        return with.apply(rows);
      } catch (SQLException e) {
        return without.apply(Outage.down("SQL state " + e.getSQLState())); // a message may hold data
      }
    }
  }

  private static boolean isRight(String password, String stored) {
    try {
      byte[] salt = Base64.getDecoder().decode(stored.split(":")[0]);
      byte[] hash = Base64.getDecoder().decode(stored.split(":")[1]);
      PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, 600_000, hash.length * 8);
      SecretKeyFactory pbkdf2 = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return MessageDigest.isEqual(hash, pbkdf2.generateSecret(key).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
