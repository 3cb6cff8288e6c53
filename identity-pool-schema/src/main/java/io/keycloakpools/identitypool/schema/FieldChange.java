package io.keycloakpools.identitypool.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

public record FieldChange(Kind kind, String field) {

  public enum Kind {
    ADDED,
    /** Users keep the values, which are not validated any more. */
    REMOVED,
    NOW_REQUIRED,
    NO_LONGER_REQUIRED,
    CHANGED
  }

  public static List<FieldChange> between(IdentitySchema before, IdentitySchema after) {
    List<FieldChange> changes = new ArrayList<>();
    var old =
        before.shape().fields().stream()
            .collect(Collectors.toMap(ObjectShape.Field::name, Function.identity()));
    for (ObjectShape.Field field : after.shape().fields()) {
      Optional<ObjectShape.Field> was = Optional.ofNullable(old.remove(field.name()));
      if (was.isEmpty()) {
        changes.add(new FieldChange(Kind.ADDED, field.name()));
      } else {
        compare(was.get(), field, changes);
      }
    }
    before.fields().stream()
        .filter(old::containsKey)
        .forEach(name -> changes.add(new FieldChange(Kind.REMOVED, name)));
    return List.copyOf(changes);
  }

  private static void compare(
      ObjectShape.Field was, ObjectShape.Field is, List<FieldChange> changes) {
    if (is.required() && !was.required()) {
      changes.add(new FieldChange(Kind.NOW_REQUIRED, is.name()));
    }
    if (was.required() && !is.required()) {
      changes.add(new FieldChange(Kind.NO_LONGER_REQUIRED, is.name()));
    }
    if (!was.types().equals(is.types()) || !was.keywords().equals(is.keywords())) {
      changes.add(new FieldChange(Kind.CHANGED, is.name()));
    }
  }
}
