package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.answer.PeopleTexts;
import io.keycloakpools.userstorage.pool.PoolSession;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Shows the directory's password in the consoles, without a date, which the directory does not
 * report. With the link to the pool, the admin console offers neither to delete it nor to show its
 * data.
 */
public final class ShownCredential {

  /** As in {@code CredentialHelper.createUserStorageCredentialRepresentation}. */
  private static final String ID = PasswordCredentialModel.TYPE + "-id";

  private ShownCredential() {}

  public static CredentialModel of(PoolSession current, UserModel user) {
    PeopleTexts texts = PeopleTexts.of(current.session(), current.realm(), user);
    CredentialModel credential = new CredentialModel();
    credential.setId(ID);
    credential.setType(PasswordCredentialModel.TYPE);
    credential.setUserLabel(texts.text("userPoolPasswordLabel", texts.nameOf(current.pool())));
    credential.setFederationLink(current.pool().id());
    return credential;
  }
}
