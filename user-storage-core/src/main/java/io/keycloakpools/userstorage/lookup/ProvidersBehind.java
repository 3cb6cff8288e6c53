package io.keycloakpools.userstorage.lookup;

import io.keycloakpools.userstorage.pool.PoolSession;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.UserLookupProvider;

/**
 * The providers that Keycloak asks after a pool, in its order. If the pool ends a sign-in because
 * of an outage, Keycloak never reaches them, so the pool asks them first.
 */
record ProvidersBehind(PoolSession current) {

  private static final Logger LOG = Logger.getLogger(ProvidersBehind.class);

  Optional<UserModel> byUsername(String username) {
    return first(all(), provider -> provider.getUserByUsername(current.realm(), username));
  }

  /**
   * An unavailable provider does not hide the next, as in {@code
   * UserStorageManager.tryResolveFederatedUser}.
   */
  static Optional<UserModel> first(
      Stream<UserLookupProvider> providers, Function<UserLookupProvider, UserModel> question) {
    return providers
        .map(provider -> answer(provider, question))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<UserModel> answer(
      UserLookupProvider provider, Function<UserLookupProvider, UserModel> question) {
    try {
      return Optional.ofNullable(question.apply(provider));
    } catch (StorageUnavailableException e) {
      LOG.warnf("%s cannot be asked either: %s", provider.getClass().getSimpleName(), e);
      return Optional.empty();
    }
  }

  private Stream<UserLookupProvider> all() {
    return current
        .realm()
        .getStorageProviders(UserStorageProvider.class)
        .map(UserStorageProviderModel::new)
        .filter(UserStorageProviderModel::isEnabled)
        .sorted(UserStorageProviderModel.comparator)
        .dropWhile(model -> !model.getId().equals(current.pool().id()))
        .skip(1)
        .map(this::provider)
        .flatMap(Optional::stream)
        .filter(UserLookupProvider.class::isInstance)
        .map(UserLookupProvider.class::cast);
  }

  /**
   * One instance per session, as {@code AbstractStorageManager.getStorageProviderInstance} keeps
   * it; empty if the provider is not installed.
   */
  private Optional<Object> provider(UserStorageProviderModel model) {
    return Optional.<Object>ofNullable(current.session().getAttribute(model.getId()))
        .or(() -> factory(model).map(factory -> created(factory, model)));
  }

  private Optional<UserStorageProviderFactory<?>> factory(UserStorageProviderModel model) {
    return Optional.ofNullable(
        (UserStorageProviderFactory<?>)
            current
                .session()
                .getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, model.getProviderId()));
  }

  private UserStorageProvider created(
      UserStorageProviderFactory<?> factory, UserStorageProviderModel model) {
    UserStorageProvider created = factory.create(current.session(), model);
    current.session().enlistForClose(created);
    current.session().setAttribute(model.getId(), created);
    return created;
  }
}
