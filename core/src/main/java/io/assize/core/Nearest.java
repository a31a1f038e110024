package io.assize.core;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** Finds the name that somebody probably meant. */
@API(status = API.Status.EXPERIMENTAL)
public final class Nearest {

  private Nearest() {}

  /**
   * Return the allowed name with the fewest changed, missing, extra or swapped characters, the
   * first of equals; empty where more than a third of the word would have to change.
   *
   * @param word what was written
   * @param allowed what is known, in the order in which ties are settled
   */
  public static Optional<String> of(String word, Collection<String> allowed) {
    int most = Math.max(1, Math.min(4, (word.length() + 2) / 3));
    Optional<String> best = Optional.empty();
    int least = most + 1;
    for (String name : allowed) {
      int far = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (far < least) {
        least = far;
        best = Optional.of(name);
      }
    }
    return best;
  }

  /** Return the optimal string alignment distance. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }
}
