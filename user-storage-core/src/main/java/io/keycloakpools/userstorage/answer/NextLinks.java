package io.keycloakpools.userstorage.answer;

import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.rules.NextSteps.Step;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.forms.login.freemarker.model.IdentityProviderBean;
import org.keycloak.forms.login.freemarker.model.UrlBean;

/** The links behind {@link Step}s, from the pool's settings and from the page. */
public record NextLinks(Pool pool, PeopleTexts texts) {

  record Link(String label, String href) {}

  public static List<Map<String, String>> forTemplate(List<Link> links) {
    return links.stream().map(link -> Map.of("label", link.label(), "href", link.href())).toList();
  }

  /** Links for places without a login page. */
  public List<Link> ofSettings(List<Step> steps) {
    return steps.stream().flatMap(step -> ofSettings(step).stream()).toList();
  }

  List<Link> on(Map<String, Object> page, List<Step> steps) {
    return steps.stream().flatMap(step -> on(page, step)).toList();
  }

  private Stream<Link> on(Map<String, Object> page, Step step) {
    return switch (step) {
      case CHANGE, SUPPORT -> ofSettings(step).stream();
      case RESET ->
          page.get("url") instanceof UrlBean url
              ? Stream.of(
                  new Link(texts.text("userPoolLink.reset"), url.getLoginResetCredentialsUrl()))
              : Stream.empty();
      case PROVIDERS ->
          page.get("social") instanceof IdentityProviderBean social && social.getProviders() != null
              ? social.getProviders().stream().map(this::provider)
              : Stream.empty();
    };
  }

  private Link provider(IdentityProviderBean.IdentityProvider provider) {
    String name = texts.localized(provider.getDisplayName());
    return new Link(texts.text("userPoolLink.provider", name), provider.getLoginUrl());
  }

  private Optional<Link> ofSettings(Step step) {
    return switch (step) {
      case CHANGE ->
          link(
              pool.config().contact().passwordPage(),
              texts.text("userPoolLink.change", texts.nameOf(pool)));
      case SUPPORT -> link(pool.config().contact().support(), texts.text("userPoolLink.support"));
      case RESET, PROVIDERS -> Optional.empty();
    };
  }

  private static Optional<Link> link(Optional<URI> target, String label) {
    return target.map(address -> new Link(label, address.toString()));
  }
}
