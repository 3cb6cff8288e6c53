package io.keycloakpools.userstorage.fake;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An instance of one of Keycloak's interfaces. Methods without an answer return nothing. */
public final class Stub implements InvocationHandler {

  private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

  private Stub() {}

  public static Stub create() {
    return new Stub();
  }

  /** All overloads of the method give the answer. */
  public Stub on(String method, Function<Object[], Object> answer) {
    answers.put(method, answer);
    return this;
  }

  public Stub on(String method, Object answer) {
    return on(method, arguments -> answer);
  }

  public <T> T as(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (answers.containsKey(method.getName())) {
      return answers.get(method.getName()).apply(arguments);
    }
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> method.getDeclaringClass().getSimpleName();
      default ->
          method.isDefault()
              ? InvocationHandler.invokeDefault(proxy, method, arguments)
              : nothing(method.getReturnType());
    };
  }

  private static Object nothing(Class<?> type) {
    if (type == Stream.class) {
      return Stream.empty();
    }
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }
}
