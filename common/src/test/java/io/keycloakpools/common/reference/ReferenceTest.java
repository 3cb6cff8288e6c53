package io.keycloakpools.common.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "clients, shop, 2f0c",
    "clients, a shop with blanks, an id",
    "group, /a/b c, !",
    "group, /gone, ''",
    "clients, '', ''"
  })
  void isReadAsItIsStored(String setting, String name, String id) {
    Reference reference = new Reference(setting, name, id);

    assertThat(Reference.decoded(reference.encoded().strip())).contains(reference);
  }

  @Test
  void whatIsNoneIsPassedOver() {
    References references = References.of(Arrays.asList(null, "", "clients", "clients c1 shop"));

    assertThat(references.id("clients", "shop")).contains("c1");
    assertThat(references.namesOf("clients")).hasSize(1);
    assertThat(References.of(null).namesOf("clients")).isEmpty();
  }

  @Test
  void theNameOfAClientsRoleMayBeSplitAtEachSlash() {
    assertThat(RoleName.possible("shop/a/b"))
        .isEqualTo(List.of(new RoleName("shop", "a/b"), new RoleName("shop/a", "b")));
    assertThat(RoleName.possible("admin")).isEmpty();
  }
}
