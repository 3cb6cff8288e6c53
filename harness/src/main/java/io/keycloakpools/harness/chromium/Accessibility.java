package io.keycloakpools.harness.chromium;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accessibility problems of a page: axe-core's findings against WCAG 2.2, levels A and AA, and
 * checks of forms that axe-core lacks (1.3.1, 3.3.1, 1.4.10).
 */
public final class Accessibility {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final String FORMS =
      """
      () => {
        const problems = [];
        const name = e => e.tagName.toLowerCase() + '#' + e.id;
        const ids = new Set();
        for (const e of document.querySelectorAll('[id]')) {
          if (ids.has(e.id)) problems.push('Twice: ' + name(e));
          ids.add(e.id);
        }
        const fields = document.querySelectorAll(
            'main form input:not([type=hidden]):not([type=submit]), main form select, main form textarea');
        for (const e of fields) {
          const own = e.closest('fieldset') && (e.type === 'radio' || e.type === 'checkbox' && !/^true$/.test(e.value))
              ? e.closest('fieldset') : e;
          if (e.getAttribute('aria-invalid') === 'true' && !own.getAttribute('aria-describedby'))
            problems.push('Wrong, and it does not say why: ' + name(e));
          if (e.type === 'radio' && !(e.closest('fieldset') && e.closest('fieldset').querySelector('legend')))
            problems.push('Outside of a group with a title: ' + name(e));
        }
        for (const e of document.querySelectorAll('[aria-describedby], [aria-labelledby]')) {
          const list = (e.getAttribute('aria-describedby') || '') + ' ' + (e.getAttribute('aria-labelledby') || '');
          for (const id of list.split(' ').filter(x => x)) {
            const text = document.getElementById(id);
            if (!text || !text.innerText.trim()) problems.push('There is no text ' + id + ' for ' + name(e));
          }
        }
        for (const e of document.querySelectorAll('fieldset'))
          if (!e.querySelector('legend')) problems.push('A group without a title: ' + name(e));
        for (const e of document.querySelectorAll('main label[for]'))
          if (!document.getElementById(e.htmlFor)) problems.push('A label for nothing: ' + e.htmlFor);
        if (document.documentElement.scrollWidth > window.innerWidth)
          problems.push('Wider than the window: ' + document.documentElement.scrollWidth);
        return problems;
      }
      """;

  private Accessibility() {}

  @SuppressWarnings("unchecked")
  public static List<String> problems(Page page) {
    List<String> forms = (List<String>) page.evaluate(FORMS);
    return Stream.concat(axe(new AxeBuilder(page)), forms.stream()).toList();
  }

  public static List<String> problems(Page page, String selector) {
    return axe(new AxeBuilder(page).include(selector)).toList();
  }

  private static Stream<String> axe(AxeBuilder check) {
    return check.withTags(WCAG).analyze().getViolations().stream().map(Accessibility::sentence);
  }

  private static String sentence(Rule rule) {
    return rule.getNodes().stream()
        .map(CheckedNode::getHtml)
        .collect(Collectors.joining("; ", rule.getId() + ", " + rule.getHelp() + ": ", ""));
  }
}
