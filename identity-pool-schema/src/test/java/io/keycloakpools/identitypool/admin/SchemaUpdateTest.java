package io.keycloakpools.identitypool.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.identitypool.lint.SchemaCompiler;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.identitypool.store.SchemaComponents;
import io.keycloakpools.identitypool.store.SchemaDraft;
import io.keycloakpools.identitypool.store.StoredSchema;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;

/**
 * What happens when a schema is saved, step by step as the resource does, and how often it is
 * compiled.
 */
final class SchemaUpdateTest {

  private static final String TEXT =
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}";

  private final Map<String, ComponentModel> stored = new LinkedHashMap<>();
  private final RealmModel realm = proxy(RealmModel.class, this::realm);
  private final KeycloakContext context =
      proxy(
          KeycloakContext.class,
          (proxy, method, arguments) -> method.getName().equals("getRealm") ? realm : null);
  private final RealmProvider realms =
      proxy(
          RealmProvider.class,
          (proxy, method, arguments) -> method.getName().equals("getRealm") ? realm : null);
  private final KeycloakSession session =
      proxy(
          KeycloakSession.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "getContext" -> context;
                case "realms" -> realms;
                default -> null;
              });
  private final AdminErrors errors = AdminErrors.of(session);
  private final IdentitySchemas schemas = new IdentitySchemas(realm);
  private final SchemaBodies requests = new SchemaBodies(errors, schemas);

  /** What is compiled once and for all is not counted. */
  @BeforeEach
  void open() {
    assertThat(schemas.compiled(IdentitySchemas.DEFAULT_PAYLOAD)).isPresent();
  }

  @Test
  void aNewSchemaIsCompiledOnce() {
    long before = SchemaCompiler.compilations();

    StoredSchema created = create();

    assertThat(SchemaCompiler.compilations() - before).isEqualTo(1);
    assertThat(created.text()).isEqualTo(TEXT);
  }

  @Test
  void anotherTextIsCompiledOnce() {
    StoredSchema present = create();
    assertThat(schemas.compiled("Mine")).isPresent();
    String next = TEXT.replace("string", "integer");
    long before = SchemaCompiler.compilations();

    SchemaDraft draft =
        requests
            .change(body("{\"version\": 1, \"schema\": " + quoted(next) + "}"), present)
            .draft();
    SchemaUpdate update = new SchemaUpdate(session, errors, present, draft);
    update.requireFresh();
    requests.check(draft);
    update.requireApart();
    SchemaView.ChangeResult counted = update.count();
    update.requireNobodyFails(counted.impact());
    StoredSchema saved = update.saveFresh(session, "realm");

    assertThat(SchemaCompiler.compilations() - before).isEqualTo(1);
    assertThat(saved.version()).isEqualTo(2);
    assertThat(counted.changes())
        .extracting(SchemaView.Difference::kind, SchemaView.Difference::field)
        .hasToString("[(\"changed\", \"a\")]");
  }

  @Test
  void whatIsStoredIsCompiledWhenFirstUsed() {
    StoredSchema created = create();
    long before = SchemaCompiler.compilations();

    for (int i = 0; i < 3; i++) {
      assertThat(schemas.findings(created)).isEmpty();
      assertThat(schemas.compiled("Mine")).isPresent();
    }

    assertThat(SchemaCompiler.compilations() - before).isEqualTo(1);
  }

  /** A check that was made of another text is none. */
  @Test
  void aTextThatWasNotCheckedIsCompiled() {
    StoredSchema created = create();
    ComponentModel model = new ComponentModel(realm.getComponent(created.id()));
    long before = SchemaCompiler.compilations();

    model.put("schema", TEXT.replace("string", "number"));
    realm.updateComponent(model);

    assertThat(SchemaCompiler.compilations() - before).isEqualTo(1);
  }

  private StoredSchema create() {
    SchemaDraft draft =
        requests.create(
            body("{\"name\": \"Mine\", \"kind\": \"payload\", \"schema\": " + quoted(TEXT) + "}"));
    requests.check(draft);
    assertThat(draft.compilation().schema().orElseThrow().kind()).isEqualTo(SchemaKind.PAYLOAD);
    return schemas.create(draft);
  }

  /** A realm that checks its components, and keeps copies, as Keycloak's database does. */
  private Object realm(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getId" -> "realm";
      case "isRegistrationEmailAsUsername", "isInternationalizationEnabled" -> false;
      case "getComponent" -> stored.get((String) arguments[0]);
      case "getComponentsStream" ->
          arguments.length == 2
              ? stored.values().stream().filter(each -> each.getProviderType().equals(arguments[1]))
              : Stream.empty();
      case "addComponentModel", "updateComponent" -> {
        ComponentModel model = (ComponentModel) arguments[0];
        new SchemaComponents().validateConfiguration(session, (RealmModel) proxy, model);
        ComponentModel copy = new ComponentModel();
        copy.setId(Optional.ofNullable(model.getId()).orElse("id"));
        copy.setName(model.getName());
        copy.setProviderId(model.getProviderId());
        copy.setProviderType(model.getProviderType());
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        model.getConfig().forEach((key, values) -> config.put(key, List.copyOf(values)));
        copy.setConfig(config);
        stored.put(copy.getId(), copy);
        yield copy;
      }
      default -> null;
    };
  }

  private static ByteArrayInputStream body(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            SchemaUpdateTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
