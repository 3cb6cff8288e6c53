package io.keycloakpools.identitypool.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.federation.ReplacedProviders;
import io.keycloakpools.common.federation.ReplacedProviders.Replaced;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * The list of replaced providers and what the JARs on this class path register: those of identity
 * pools, password policies and the common JAR.
 */
final class ReplacedProvidersTest {

  private static final String PACK = "io.keycloakpools.";

  /** In user-storage-core, which this module does not see. */
  private static final Set<String> ELSEWHERE =
      Set.of("UpdatePasswordElsewhere", "ResetMailElsewhere");

  @Test
  void theListNamesEveryFactoryWithAHigherOrder() throws IOException {
    assertThat(replacing())
        .containsExactlyInAnyOrderElementsOf(
            ReplacedProviders.ALL.stream()
                .filter(each -> !ELSEWHERE.contains(each.factory()))
                .map(each -> each.spi() + " " + each.id() + " " + each.factory())
                .toList());
  }

  /** Or the factory would add a provider and replace none. */
  @Test
  void keycloakHasAProviderWithEachId() throws IOException {
    Set<String> stock =
        factories()
            .filter(each -> !isOfPack(each.factory()))
            .map(Registered::place)
            .collect(Collectors.toSet());

    assertThat(ReplacedProviders.ALL.stream().map(each -> each.spi() + " " + each.id()))
        .allMatch(stock::contains);
  }

  @Test
  void everyEntrySaysWhy() {
    assertThat(ReplacedProviders.ALL).extracting(Replaced::why).noneMatch(String::isBlank);
    assertThat(ReplacedProviders.ALL).doesNotHaveDuplicates().hasSize(19);
  }

  @Test
  void theArchitecturePageHasTheSameTable() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/develop/architecture.md")).stream()
            .filter(line -> line.startsWith("|"))
            .toList();

    for (Replaced replaced : ReplacedProviders.ALL) {
      assertThat(rows)
          .as(replaced.factory())
          .anyMatch(
              row ->
                  row.contains("`" + replaced.id() + "`")
                      && row.contains("`" + replaced.factory() + "`"));
    }
  }

  private static List<String> replacing() throws IOException {
    return factories()
        .filter(each -> isOfPack(each.factory()) && each.factory().order() > 0)
        .map(each -> each.place() + " " + each.factory().getClass().getSimpleName())
        .toList();
  }

  private static boolean isOfPack(ProviderFactory<?> factory) {
    return factory.getClass().getName().startsWith(PACK);
  }

  private record Registered(Spi spi, ProviderFactory<?> factory) {
    String place() {
      return spi.getName() + " " + factory.getId();
    }
  }

  /** The factories of every SPI that the pack has a factory for. */
  private static Stream<Registered> factories() throws IOException {
    Stream.Builder<Registered> all = Stream.builder();
    for (Spi spi : ServiceLoader.load(Spi.class)) {
      List<String> names = names(spi.getProviderFactoryClass());
      if (names.stream().anyMatch(name -> name.startsWith(PACK))) {
        names.forEach(name -> instance(name).ifPresent(each -> all.add(new Registered(spi, each))));
      }
    }
    return all.build();
  }

  private static List<String> names(Class<?> factory) throws IOException {
    List<String> names = new ArrayList<>();
    ClassLoader loader = ReplacedProvidersTest.class.getClassLoader();
    for (URL file :
        Collections.list(loader.getResources("META-INF/services/" + factory.getName()))) {
      try (InputStream in = file.openStream()) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .forEach(names::add);
      }
    }
    return names;
  }

  /** Empty for a factory of Keycloak that needs a library which is not on this class path. */
  private static Optional<ProviderFactory<?>> instance(String name) {
    try {
      return Optional.of(
          Class.forName(name)
              .asSubclass(ProviderFactory.class)
              .getDeclaredConstructor()
              .newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      assertThat(name).doesNotStartWith(PACK);
      return Optional.empty();
    }
  }
}
