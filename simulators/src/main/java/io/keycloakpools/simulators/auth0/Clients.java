package io.keycloakpools.simulators.auth0;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The applications of the tenant. Changes do not affect issued tokens. */
public final class Clients {
  private final Map<String, Auth0Client> clients = new ConcurrentHashMap<>();

  Clients(Map<String, Auth0Client> clients) {
    this.clients.putAll(clients);
  }

  public void change(Auth0Client client) {
    if (clients.replace(client.id(), client) == null) {
      throw new NoSuchElementException("No application " + client.id());
    }
  }

  public Optional<Auth0Client> find(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  public void add(Auth0Client client) {
    clients.put(client.id(), client);
  }

  public void delete(String id) {
    clients.remove(id);
  }
}
