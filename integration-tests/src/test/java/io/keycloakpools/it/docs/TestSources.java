package io.keycloakpools.it.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The test classes of all modules, parsed with the JDK's compiler: those of other modules are not
 * on this class path.
 */
final class TestSources {

  private static final Set<String> TESTS =
      Set.of(
          "Test",
          "ParameterizedTest",
          "RepeatedTest",
          "TestFactory",
          "TestTemplate",
          "Property",
          "FuzzTest");

  /** By name, which classes of several modules may share. */
  private final Map<String, List<ClassTree>> classes = new HashMap<>();

  private TestSources() {}

  static TestSources parse() {
    TestSources sources = new TestSources();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(testFiles()));
      for (CompilationUnitTree unit : task.parse()) {
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .forEach(type -> sources.add("", (ClassTree) type));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static List<Path> testFiles() throws IOException {
    try (Stream<Path> modules = Files.list(Page.ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(folder -> javaFiles(folder).stream())
          .toList();
    }
  }

  private static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String outer, ClassTree type) {
    String name = outer + type.getSimpleName();
    classes.computeIfAbsent(name, same -> new ArrayList<>()).add(type);
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        add(name + ".", nested);
      }
    }
  }

  /**
   * The problem with the name of a test.
   *
   * @param test {@code Class} or {@code Class.method}
   */
  Optional<String> problem(String test) {
    if (classes.containsKey(test)) {
      return runs(test) ? Optional.empty() : Optional.of(test + " has no test, or is never run");
    }
    int dot = test.lastIndexOf('.');
    if (dot < 0 || !classes.containsKey(test.substring(0, dot))) {
      return Optional.of("no test class " + test);
    }
    String type = test.substring(0, dot);
    String method = test.substring(dot + 1);
    if (classes.get(type).stream().flatMap(TestSources::tests).noneMatch(method::equals)) {
      return Optional.of("no test " + method + " in " + type);
    }
    return runs(type) ? Optional.empty() : Optional.of(type + " is never run");
  }

  /** Scenarios are abstract: they run where a directory extends them. */
  private boolean runs(String name) {
    return classes.get(name).stream()
        .anyMatch(
            type ->
                type.getModifiers().getFlags().contains(Modifier.ABSTRACT)
                    ? extendedBySome(name)
                    : tests(type).findAny().isPresent() || type.getExtendsClause() != null);
  }

  private boolean extendedBySome(String name) {
    return classes.values().stream()
        .flatMap(List::stream)
        .map(ClassTree::getExtendsClause)
        .anyMatch(parent -> parent != null && parent.toString().equals(name));
  }

  private static Stream<String> tests(ClassTree type) {
    return type.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(
            method -> method.getModifiers().getAnnotations().stream().anyMatch(TestSources::isTest))
        .map(method -> method.getName().toString());
  }

  private static boolean isTest(AnnotationTree annotation) {
    return TESTS.contains(annotation.getAnnotationType().toString());
  }
}
