package io.keycloakpools.identitypool.pool;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;

public record SchemaUse(IdentityPools pools) {

  public List<String> names(String schema) {
    return using(schema).map(ComponentModel::getName).toList();
  }

  public List<String> ids(String schema) {
    return using(schema).map(ComponentModel::getId).toList();
  }

  private Stream<ComponentModel> using(String schema) {
    return pools.components().filter(pool -> pools.uses(pool, schema));
  }
}
