package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What is wrong with the forms of a page for somebody who cannot see it: of WCAG 2.2 the criteria
 * 1.3.1, 3.1.1, 3.3.2 and 4.1.2 as far as a script can check them.
 */
public final class Accessibility {
  private static final String PROBLEMS =
      """
      () => {
        const problems = [];
        const name = e => e.tagName.toLowerCase() + '#' + e.id;
        if (!document.documentElement.lang) problems.push('The page has no language');
        const ids = new Set();
        for (const e of document.querySelectorAll('[id]')) {
          if (ids.has(e.id)) problems.push('Twice: ' + name(e));
          ids.add(e.id);
        }
        const fields = document.querySelectorAll(
            'main form input:not([type=hidden]):not([type=submit]), main form select, main form textarea');
        for (const e of fields) {
          const label = e.labels && e.labels.length ? e.labels[0].innerText.trim() : e.getAttribute('aria-label');
          if (!label) problems.push('No label: ' + name(e));
          const invalid = e.getAttribute('aria-invalid');
          if (invalid !== null && invalid !== 'true' && invalid !== 'false' && invalid !== '')
            problems.push('aria-invalid is ' + invalid + ': ' + name(e));
          const own = e.closest('fieldset') && (e.type === 'radio' || e.type === 'checkbox' && !/^true$/.test(e.value))
              ? e.closest('fieldset') : e;
          if (invalid === 'true' && !own.getAttribute('aria-describedby'))
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
        const tiny = [...document.querySelectorAll('main a[href], main button')]
            .filter(e => e.offsetParent && !e.innerText.trim() && !e.getAttribute('aria-label'));
        for (const e of tiny) problems.push('Nothing to read: ' + name(e));
        return problems;
      }
      """;

  private Accessibility() {}

  /** A sentence for each problem. */
  @SuppressWarnings("unchecked")
  public static List<String> problems(Page page) {
    return (List<String>) page.evaluate(PROBLEMS);
  }
}
