package io.assize.testkit.endpoint;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/** Ready scripts. */
@API(status = API.Status.EXPERIMENTAL)
public final class Scripts {

  /** The names that {@link #named} knows. */
  public static final List<String> NAMES =
      List.of("judge", "letters", "grades", "echo", "say:TEXT");

  private Scripts() {}

  /**
   * Return the script of that name.
   *
   * @param name one of {@link #NAMES}
   * @throws IllegalArgumentException where there is none
   */
  public static Script named(String name) {
    if (name.startsWith("say:")) return saying(name.substring(4));
    return switch (name) {
      case "judge" -> Scripts::judge;
      case "letters" -> Scripts::letters;
      case "grades" -> Scripts::grades;
      case "echo" -> Script.of(text -> text);
      default ->
          throw new IllegalArgumentException(
              "script \"" + name + "\" is not known\n  allowed: " + String.join(", ", NAMES));
    };
  }

  /** Always say the same. */
  public static Script saying(String text) {
    return (asked, random) -> Spoken.of(text);
  }

  /**
   * Answer in the form that the prompt names: {@code [[A]]}, {@code [[7]]}, {@code Verdict: PASS},
   * yes or no, a number, or else a letter. Which one it is, is drawn from the prompt.
   */
  private static Spoken judge(Asked asked, RandomGenerator random) {
    String prompt = asked.all();
    if (prompt.contains("[[A]]")) {
      return Spoken.of("Both were read with care. [[").then(letters(asked, random)).then("]]");
    }
    if (prompt.contains("[[")) {
      return Spoken.of("Rating: [[").then(grades(asked, random)).then("]]");
    }
    if (prompt.contains("Verdict: ") && prompt.contains("PASS")) {
      return Spoken.of("It was read with care. Verdict: ")
          .then(drawn(List.of("PASS", "FAIL"), random));
    }
    String plain = prompt.toLowerCase(java.util.Locale.ROOT);
    if (plain.contains("yes or no")) return drawn(List.of("yes", "no"), random);
    if (plain.contains("number") || plain.contains("1 to 5") || plain.contains("1-5")) {
      return grades(asked, random);
    }
    return letters(asked, random);
  }

  private static Spoken letters(Asked asked, RandomGenerator random) {
    return drawn(List.of("A", "B"), random);
  }

  private static Spoken grades(Asked asked, RandomGenerator random) {
    return drawn(List.of("1", "2", "3", "4", "5"), random);
  }

  private static Spoken drawn(List<String> tokens, RandomGenerator random) {
    SortedMap<String, Double> weights = new TreeMap<>();
    for (String token : tokens) weights.put(token, weight(random));
    return Spoken.oneOf(weights);
  }

  /** Draw a weight in (0, 1] whose square makes most distributions lean to one side. */
  private static double weight(RandomGenerator random) {
    double u = (random.nextLong() >>> 11) * 0x1p-53 + 0x1p-53;
    return u * u;
  }
}
