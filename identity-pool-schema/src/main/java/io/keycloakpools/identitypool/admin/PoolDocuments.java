package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.members.UserDocument;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import io.keycloakpools.identitypool.store.CompiledSchema;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ErrorRepresentation;

record PoolDocuments(AdminErrors errors, IdentityPool pool) {

  /**
   * @throws org.keycloak.services.ErrorResponseException 400 with all violations
   */
  Map<String, List<String>> attributes(ObjectNode payload, ObjectNode metadata) {
    List<ErrorRepresentation> errors = new ArrayList<>();
    Map<String, List<String>> attributes = new HashMap<>();
    attributes.putAll(attributes(pool.payload(), "payload", payload, errors));
    attributes.putAll(attributes(pool.metadata(), "metadata", metadata, errors));
    refuse(errors);
    return attributes;
  }

  private Map<String, List<String>> attributes(
      CompiledSchema schema, String name, ObjectNode document, List<ErrorRepresentation> errors) {
    AttributeCodec.Encoded encoded = schema.codec().toAttributes(document);
    List<SchemaViolation> violations = new ArrayList<>(encoded.violations());
    if (violations.isEmpty()) {
      violations.addAll(schema.schema().validate(document));
    }
    violations.forEach(violation -> errors.add(error(name, violation)));
    return encoded.attributes();
  }

  /**
   * @throws org.keycloak.services.ErrorResponseException 400 with all violations
   */
  void requireFitting(UserModel user) {
    Map<String, List<String>> attributes = UserDocument.attributes(user);
    List<ErrorRepresentation> errors = new ArrayList<>();
    pool.payload()
        .codec()
        .validate(attributes)
        .forEach(violation -> errors.add(error("payload", violation)));
    pool.metadata()
        .codec()
        .validate(attributes)
        .forEach(violation -> errors.add(error("metadata", violation)));
    refuse(errors);
  }

  private static void refuse(List<ErrorRepresentation> errors) {
    if (!errors.isEmpty()) {
      throw AdminErrors.all(Response.Status.BAD_REQUEST, errors);
    }
  }

  private ErrorRepresentation error(String document, SchemaViolation violation) {
    return new ErrorRepresentation(
        document + violation.pointer(),
        this.errors.texts().text(violation.messageKey(), violation.parameters()),
        violation.parameters().toArray());
  }
}
