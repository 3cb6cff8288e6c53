package io.keycloakpools.identitypool.profile.rules;

import static io.keycloakpools.identitypool.form.FormField.Access.HIDDEN;
import static io.keycloakpools.identitypool.form.FormField.Access.READ_ONLY;
import static io.keycloakpools.identitypool.form.FormField.Access.READ_WRITE;
import static io.keycloakpools.identitypool.form.FormField.Access.WRITE_ONLY;
import static io.keycloakpools.identitypool.profile.rules.Audience.ADMINS;
import static io.keycloakpools.identitypool.profile.rules.Audience.EVERYBODY;
import static io.keycloakpools.identitypool.schema.SchemaKind.METADATA;
import static io.keycloakpools.identitypool.schema.SchemaKind.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.identitypool.form.FormField.Access;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AudienceTest {

  @Test
  void usersWritePayloadUnlessTheFieldSaysOtherwise() {
    assertThat(accesses(access -> Audience.writers(PAYLOAD, access)))
        .containsExactly(READ_WRITE, WRITE_ONLY);
  }

  @Test
  void onlyAdminsWriteMetadata() {
    assertThat(accesses(access -> Audience.writers(METADATA, access))).isEmpty();
  }

  @Test
  void usersReadUnlessTheFieldSaysOtherwise() {
    assertThat(accesses(access -> Audience.readers(PAYLOAD, access, true, false)))
        .containsExactly(READ_WRITE, READ_ONLY);
    assertThat(accesses(access -> Audience.readers(METADATA, access, true, false)))
        .containsExactly(READ_WRITE, READ_ONLY);
  }

  @Test
  void newUsersReadPayloadOnly() {
    assertThat(accesses(access -> Audience.readers(PAYLOAD, access, false, false)))
        .containsExactly(READ_WRITE, READ_ONLY);
    assertThat(accesses(access -> Audience.readers(METADATA, access, false, false))).isEmpty();
  }

  @Test
  void aFieldThatUsersOnlyReadIsNotShownWhereThePageWouldReplaceItsValue() {
    assertThat(accesses(access -> Audience.readers(PAYLOAD, access, true, true)))
        .containsExactly(READ_WRITE);
    assertThat(Audience.readers(PAYLOAD, READ_ONLY, true, true)).isEqualTo(ADMINS);
    assertThat(Audience.readers(PAYLOAD, HIDDEN, true, true)).isEqualTo(ADMINS);
    assertThat(accesses(access -> Audience.readers(METADATA, access, true, true))).isEmpty();
  }

  private interface Rule {
    Audience of(Access access);
  }

  private static List<Access> accesses(Rule rule) {
    return Arrays.stream(Access.values()).filter(access -> rule.of(access) == EVERYBODY).toList();
  }
}
