package io.keycloakpools.identitypool.pool;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;

/** Which pools use a schema. */
public record SchemaUse(IdentityPools pools) {

  /** Names of the pools that use a schema. */
  public List<String> names(String schema) {
    return using(schema).map(ComponentModel::getName).toList();
  }

  /** Component ids of the pools that use a schema. */
  public List<String> ids(String schema) {
    return using(schema).map(ComponentModel::getId).toList();
  }

  private Stream<ComponentModel> using(String schema) {
    return pools
        .components()
        .filter(
            model -> {
              SettingsReader settings = SettingsReader.of(model);
              return settings.payloadSchema().equalsIgnoreCase(schema)
                  || settings.metadataSchema().equalsIgnoreCase(schema);
            });
  }
}
