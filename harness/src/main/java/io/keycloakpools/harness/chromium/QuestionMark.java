package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

final class QuestionMark {

  private QuestionMark() {}

  static String read(Locator mark) {
    mark.click();
    Page page = mark.page();
    Locator help = page.locator(".pf-v5-c-popover__body");
    // A help that was just closed may come back while it fades out (PatternFly's Popper).
    page.waitForCondition(() -> help.count() == 1);
    String text = help.innerText().strip();
    page.keyboard().press("Escape");
    help.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    return text;
  }
}
