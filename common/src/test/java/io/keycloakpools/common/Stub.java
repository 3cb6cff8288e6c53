package io.keycloakpools.common;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Objects of Keycloak's interfaces that answer some methods; the others return null. */
public final class Stub {

  public interface Answer {
    Object to(Object[] arguments);
  }

  private Stub() {}

  public static <T> T of(Class<T> type, Map<String, Answer> byMethod) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                byMethod.getOrDefault(method.getName(), unused -> null).to(arguments)));
  }

  public static Answer answer(Object value) {
    return arguments -> value;
  }
}
