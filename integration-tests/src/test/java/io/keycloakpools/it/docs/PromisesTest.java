package io.keycloakpools.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;

/** Tests named in docs/audit/promises.md exist and run. */
class PromisesTest {

  private static final TestSources TESTS = TestSources.parse();

  @Test
  void everyPromiseNamesTestsThatExist() {
    List<TableRow> promises =
        rows(Page.read(Page.ROOT.resolve("docs/audit/promises.md")).document());
    List<String> problems = new ArrayList<>();
    for (TableRow promise : promises) {
      List<String> named = code(promise.getLastChild());
      if (named.isEmpty()) {
        problems.add("no test: " + Page.text(promise));
      }
      named.forEach(test -> TESTS.problem(test).ifPresent(problems::add));
    }
    assertThat(problems).isEmpty();
    assertThat(promises).as("promises").hasSizeGreaterThan(15);
  }

  @Test
  void aTestThatIsNotThereIsFound() {
    assertThat(TESTS.problem("PromisesTest.everyPromiseNamesTestsThatExist")).isEmpty();
    assertThat(TESTS.problem("PromisesTest.rows")).hasValue("no test rows in PromisesTest");
    assertThat(TESTS.problem("NoSuchTest.any")).hasValue("no test class NoSuchTest.any");
    assertThat(TESTS.problem("Page")).hasValue("Page has no test, or is never run");
  }

  private static List<TableRow> rows(Node document) {
    List<TableRow> rows = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableRow row && row.getParent() instanceof TableBody) {
              rows.add(row);
            }
            visitChildren(node);
          }
        });
    return rows;
  }

  private static List<String> code(Node cell) {
    List<String> code = new ArrayList<>();
    cell.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Code part) {
            code.add(part.getLiteral());
          }
        });
    return code;
  }
}
