package io.keycloakpools.identitypool.lint;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

final class NearName {

  private static final int LONGEST = 255;

  private NearName() {}

  static Optional<String> of(String name, Set<String> names) {
    String plain = plain(name);
    return names.stream()
        .filter(each -> !each.equals(name))
        .filter(each -> distance(plain, plain(each)) <= Math.min(2, plain.length() / 4))
        .min(Comparator.comparingInt(each -> distance(plain, plain(each))));
  }

  private static String plain(String name) {
    String plain = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return plain.replaceAll("[-_.: ]", "").toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
