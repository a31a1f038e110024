package io.assize.judges.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.json.Json;
import io.assize.judges.recipe.Settings;
import io.assize.judges.run.Transform;
import io.assize.judges.run.Transform.Expect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbesTest {

  private static final String FIRST = "Paris is the capital. It lies on the Seine.";
  private static final String SECOND =
      "Sure! Here is the answer: it is important to note that Emily met James there in 1990. I"
          + " hope this helps!";

  private static Case pair(String a, String b) {
    var fields = new TreeMap<String, String>();
    fields.put("input", "Where did Emily meet James?");
    Item item = Item.of("q1", fields);
    return Case.of(
        item,
        List.of(
            Candidate.of(item, Party.system("x"), 0, a),
            Candidate.of(item, Party.system("y"), 0, b)));
  }

  private static Probe probe(String name) {
    return Probes.named("--for", List.of(name)).getFirst();
  }

  private static Settings told(String... pairs) {
    var told = new TreeMap<String, Json>();
    for (int i = 0; i < pairs.length; i += 2) told.put(pairs[i], Json.of(pairs[i + 1]));
    return new Settings(told);
  }

  private static Case shown(String probe, Case asked, String... told) {
    Transform.Applied applied =
        probe(probe).transform().apply(asked, told(told), new SplittableRandom(7));
    assertThat(applied.back()).isSameAs(Transform.Back.SAME);
    return applied.shown();
  }

  private static Optional<String> change(String probe, String text) {
    Case asked = pair(text, "Other.");
    Case shown = shown(probe, asked, "to", "q1.x", "judge", "Qwen");
    assertThat(shown.candidate("q1.y").text()).isEqualTo("Other.");
    assertThat(shown.item()).isEqualTo(asked.item());
    assertThat(shown.keys()).isEqualTo(asked.keys());
    if (shown.id().equals(asked.id())) return Optional.empty();
    return Optional.of(shown.candidate("q1.x").text());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  /** What is added stands whole before or behind the text, and the text is as it was. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pad",
        "authority",
        "bandwagon",
        "distraction",
        "reflection",
        "self",
        "plea",
        "delimiters",
        "verdict"
      })
  void aNoteLeavesTheAnswerAsItIs(String name) {
    for (String text : List.of(FIRST, SECOND, "x", "Ends in a space ", "two\n\nparagraphs")) {
      String changed = change(name, text).orElseThrow();
      assertThat(changed).contains(text).isNotEqualTo(text);
      assertThat(changed.startsWith(text) || changed.endsWith(text)).isTrue();
    }
    assertThat(probe(name).expect()).isEqualTo(Expect.SAME);
  }

  @Test
  void padMakesAnAnswerLongerByHalf() {
    for (int n : new int[] {1, 20, 100, 400, 700}) {
      String text = "word ".repeat(n).strip() + ".";
      String padded = change("pad", text).orElseThrow();
      assertThat(padded.length()).isBetween(text.length() * 9 / 8 + 1, text.length() * 3 / 2 + 120);
    }
    assertThat(change("pad", "  ")).isEmpty();
  }

  @Test
  void aNoteOfTheJudgesFamilyNeedsThatItIsKnown() {
    Case asked = pair(FIRST, SECOND);
    assertThat(shown("self", asked, "to", "q1.y", "judge", "Qwen").candidate("q1.y").text())
        .isEqualTo(SECOND + "\n\n[Written by Qwen.]");
    assertThat(shown("self", asked, "to", "q1.y").id()).isEqualTo(asked.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sure! Paris is the capital. | Paris is the capital.",
        "Of course, paris. | Paris.",
        "Great question! Sure, it is Paris. I hope this helps! | It is Paris.",
        "Here is the answer: 42. | 42.",
        "It is important to note that water boils. Please note that it is hot. | Water boils. It is hot.",
        "No; please note that needless to say, it is closed. | No; it is closed.",
        "Yes. Let me know if you have any other questions! | Yes.",
        "Yes. Please let me know if I can help. Have a great day! | Yes.",
      })
  void trimTakesAwayWhatSaysNothing(String text, String left) {
    assertThat(change("trim", text)).contains(left);
    assertThat(change("trim", text + "\nFeel free to ask.")).contains(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Paris is the capital.",
        "Sure enough, it rained.",
        "The note that he wrote is lost.",
        "He thinks that it is important to note that it rained.",
        "Surely not. Certainly not today.",
        "Let me know if it rains",
        "Thanks for all the fish.",
        "Here is the answer that he gave: no.",
        "I hope this helps!",
        ""
      })
  void trimLeavesAloneWhatSaysSomething(String text) {
    assertThat(change("trim", text)).isEmpty();
  }

  /** Words that are left are words of the text, in their order. */
  @Test
  void trimAddsNothingAndTurnsNothingRound() {
    var random = new SplittableRandom(5);
    List<String> pieces =
        List.of(
            "Sure! ",
            "Certainly, ",
            "Great question. ",
            "Here is the answer: ",
            FIRST + " ",
            "It is worth noting that ",
            "please note that ",
            "It rains in Rome. ",
            "\n\n",
            "I hope this helps. ",
            "Good luck! ",
            "Feel free to ask more. ",
            "x ",
            "Émile said so. ");
    int changed = 0;
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder();
      int n = 1 + random.nextInt(8);
      for (int j = 0; j < n; j++) text.append(pieces.get(random.nextInt(pieces.size())));
      Optional<String> left = change("trim", text.toString());
      if (left.isEmpty()) continue;
      changed++;
      assertThat(left.get().length()).isLessThan(text.length());
      assertThat(words(text.toString())).containsSubsequence(words(left.get()));
      assertThat(words(left.get())).as(text.toString()).isNotEmpty();
    }
    assertThat(changed).isGreaterThan(200);
  }

  @Test
  void aListHasTheSameWordsAndGivesThemBack() {
    String text =
        "Paris is the capital. It lies on the Seine! Does it? (Yes.) e.g. here.\nNext one.";
    String listed = change("formatting", text).orElseThrow();
    assertThat(listed)
        .isEqualTo(
            "## Answer\n\n- Paris is the capital.\n- It lies on the Seine!\n- Does it?\n- (Yes.)"
                + " e.g. here.\n\n- Next one.");
    assertThat(Listed.plain(listed)).isEqualTo(text);
    assertThat(words(listed).subList(1, words(listed).size())).isEqualTo(words(text));
    for (String marked :
        List.of(
            "- a\n- b",
            "# Head\ntext",
            "so **bold**",
            "1. one\n2. two",
            "`code`",
            "| a | b |",
            "text\n> said",
            "    code",
            "")) {
      assertThat(change("formatting", marked)).as(marked).isEmpty();
    }
    assertThat(change("formatting", "Minus 5 - 3 is 2. It is 1.5 in all.")).isPresent();
  }

  @Test
  void namesAreSwappedEverywhereAndTwiceIsOnce() {
    Case asked = pair("Emily's friend James.", "Aisha, not emily; EMILY?");
    Case once = shown("names", asked);
    assertThat(once.item().field("input")).contains("Where did Aisha meet Mohammed?");
    assertThat(once.candidate("q1.x").text()).isEqualTo("Aisha's friend Mohammed.");
    assertThat(once.candidate("q1.y").text()).isEqualTo("Emily, not emily; EMILY?");
    assertThat(once.candidate("q1.y").item()).isEqualTo(once.item());
    assertThat(shown("names", once).id()).isEqualTo(asked.id());
    Case nobody = Case.of(Item.of("q", new TreeMap<>()), List.of());
    assertThat(shown("names", nobody).id()).isEqualTo(nobody.id());
    // It may be somebody whom people know: nothing is swapped anywhere.
    Case known = pair("Emily Bronte wrote it.", "Emily did.");
    assertThat(shown("names", known).id()).isEqualTo(known.id());
    assertThat(shown("names", pair("Then Emily. She left.", "x")).id()).isNotEqualTo(known.id());
  }

  @Test
  void theControlKeepsEveryWordAndIsExpectedToLower() {
    String text = "one two three four five six seven";
    String shuffled = change("shuffle", text).orElseThrow();
    assertThat(words(shuffled)).containsExactlyInAnyOrderElementsOf(words(text));
    assertThat(shuffled).isNotEqualTo(text);
    assertThat(change("shuffle", "too few words")).isEmpty();
    assertThat(probe("shuffle").expect()).isEqualTo(Expect.LOWER);
  }

  @Test
  void orderTurnsRoundAndRepeatDoesNothing() {
    Case asked = pair(FIRST, SECOND);
    assertThat(shown("order", asked).keys()).containsExactly("q1.y", "q1.x");
    assertThat(shown("order", asked).id()).isEqualTo(asked.id());
    assertThat(shown("repeat", asked)).isEqualTo(asked);
  }

  @Test
  void probesAreNamedAloneByGroupOrAll() {
    assertThat(Probes.named("", List.of("length", "pad", "repeat")).toString())
        .isEqualTo("[repeat, pad, trim]");
    assertThat(Probes.named("", Probes.USUAL).toString()).isEqualTo("[repeat, order, pad, trim]");
    assertThat(Probes.named("", List.of("injection", "control")).toString())
        .isEqualTo("[plea, delimiters, verdict, shuffle]");
    assertThat(Probes.named("", List.of("all", "pad"))).hasToString(Probes.all().toString());
    assertThat(Probes.named("", List.of("all"))).hasSize(Probes.all().size());
    assertThatThrownBy(() -> Probes.named("--for", List.of("order", "lenght")))
        .hasMessage(
            "--for  no probe is called \"lenght\"\n  allowed: repeat, order, length, pad, trim,"
                + " authority, bandwagon, distraction, reflection, self, injection, plea,"
                + " delimiters, verdict, formatting, names, control, shuffle, all\n"
                + "  fix: the nearest name is length");
    var names = new ArrayList<String>();
    Probes.all().forEach(p -> names.add(p.name()));
    assertThat(names).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z]+"));
  }

  /** A hostile text must not cost more than its length: ten times the text, ten times the time. */
  @Test
  void longTextsOfOneMarkAreChangedInTheirTime() {
    for (String mark :
        List.of(" ", "\n", ".", "- ", "I hope this ", "Emily ", "Sure! ", "\t", "*")) {
      String text = "a" + mark.repeat(200_000 / mark.length()) + "b";
      long start = System.nanoTime();
      for (String name : List.of("trim", "formatting", "shuffle", "pad")) change(name, text);
      shown("names", pair(text, text));
      assertThat(System.nanoTime() - start).as(mark).isLessThan(20_000_000_000L);
    }
  }
}
