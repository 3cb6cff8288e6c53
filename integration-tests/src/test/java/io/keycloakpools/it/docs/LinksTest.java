package io.keycloakpools.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation's links lead to existing files and headings; nothing is fetched. */
class LinksTest {

  private static final Map<Path, Page> PAGES =
      Page.all().stream().collect(Collectors.toMap(Page::file, Function.identity()));

  private static final Pattern ELSEWHERE = Pattern.compile("(https|mailto|http):.*");
  private static final Pattern PATH_TO_DOCS =
      Pattern.compile("(?<![\\w/.-])docs/[\\w./-]+\\.(?:md|yaml|yml|json|png)");
  private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");
  private static final int LARGEST_SOURCE = 1_000_000;

  @Test
  void everyLinkLeadsToAFileAndAHeadingThatExist() {
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Page page : PAGES.values()) {
      for (Page.Reference link : page.references()) {
        if (!ELSEWHERE.matcher(link.destination()).matches()) {
          followed++;
          problem(page, link.destination())
              .ifPresent(problem -> broken.add(page + ":" + link.line() + ": " + problem));
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(followed).as("links to our own files").isGreaterThan(200);
  }

  @Test
  void everyPageOfTheDocsIsReachedFromTheIndex() {
    Path docs = Page.ROOT.resolve("docs");
    Set<Path> reached = new LinkedHashSet<>();
    Deque<Path> next = new ArrayDeque<>(List.of(docs.resolve("index.md")));
    while (!next.isEmpty()) {
      Page page = PAGES.get(next.pop());
      if (page != null && page.file().startsWith(docs) && reached.add(page.file())) {
        page.references().forEach(link -> next.add(target(page, link.destination())));
      }
    }
    assertThat(PAGES.keySet().stream().filter(file -> file.startsWith(docs)))
        .isNotEmpty()
        .isSubsetOf(reached);
  }

  @Test
  void everyPictureIsShownByAPage() throws IOException {
    Set<Path> shown =
        PAGES.values().stream()
            .flatMap(page -> page.pictures().stream().map(picture -> target(page, picture)))
            .collect(Collectors.toSet());
    try (Stream<Path> pictures = Files.list(Page.ROOT.resolve("docs/pictures"))) {
      assertThat(pictures).isNotEmpty().isSubsetOf(shown);
    }
  }

  @Test
  void everyPathToTheDocsInCodeAndScriptsExists() {
    List<String> broken = new ArrayList<>();
    int found = 0;
    for (Path source : sources()) {
      Matcher path = PATH_TO_DOCS.matcher(read(source));
      while (path.find()) {
        found++;
        if (!Files.exists(Page.ROOT.resolve(path.group()))) {
          broken.add(Page.ROOT.relativize(source) + ": " + path.group());
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(found).as("paths to docs/ in code").isGreaterThan(20);
  }

  private static Optional<String> problem(Page page, String destination) {
    Path target = target(page, destination);
    if (!target.startsWith(Page.ROOT) || !Files.exists(target)) {
      return Optional.of("no file " + destination);
    }
    int hash = destination.indexOf('#');
    if (hash < 0) {
      return Optional.empty();
    }
    Page linked = PAGES.get(target);
    return linked == null || !linked.anchors().contains(destination.substring(hash + 1))
        ? Optional.of("no heading " + destination)
        : Optional.empty();
  }

  private static Path target(Page page, String destination) {
    String path = destination.replaceFirst("#.*", "");
    return path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
  }

  private static List<Path> sources() {
    List<Path> sources = new ArrayList<>();
    try {
      Files.walkFileTree(
          Page.ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && attributes.size() < LARGEST_SOURCE) {
                sources.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  /** Empty for binary files. */
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
