package io.keycloakpools.demo.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.person.AuthenticatorApp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What each of the people finds behind the login page, to the end. */
record PeopleWalkers(String newPassword) {
  private static final String OFFICE = "office";

  Map<String, Consumer<Visitor>> others() {
    Map<String, Consumer<Visitor>> others = new LinkedHashMap<>();
    others.put("Grace", visitor -> visitor.isAt(OFFICE, "grace"));
    others.put("hedy", visitor -> visitor.reads("disabled"));
    others.put("katherine", visitor -> visitor.reads("second factor"));
    others.put("plato", this::lastName);
    others.put("margaret", this::password);
    others.put("joan", visitor -> authenticatorApp(visitor, "joan"));
    others.put("radia", visitor -> visitor.reads("blocked"));
    others.put("barbara", visitor -> visitor.reads("second factor"));
    others.put("evelyn@example.com", visitor -> visitor.isAt(OFFICE, "evelyn@example.com"));
    others.put("john", visitor -> visitor.reads("data leak"));
    others.put("frances", visitor -> authenticatorApp(visitor, "frances"));
    others.put("niklaus", visitor -> visitor.reads("disabled"));
    return others;
  }

  private void lastName(Visitor plato) {
    assertThat(plato.heading()).isEqualTo("Update Account Information");
    plato.fill("lastName", "of Athens").send().isAt(OFFICE, "plato");
  }

  private void password(Visitor margaret) {
    margaret.newPassword(newPassword).isAt(OFFICE, "margaret");
  }

  private void authenticatorApp(Visitor visitor, String username) {
    String secret = visitor.page().locator("#totpSecret").getAttribute("value");
    visitor.fill("totp", new AuthenticatorApp(secret, "HmacSHA1", 6).code());
    visitor.fill("userLabel", "phone").send().isAt(OFFICE, username);
  }
}
