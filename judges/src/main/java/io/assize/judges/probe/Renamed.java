package io.assize.judges.probe;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Content;
import io.assize.core.Item;
import io.assize.judges.recipe.Settings;
import io.assize.judges.run.Transform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Gives the people in a case other first names: each name of the list becomes its partner, which is
 * of the same gender and at home elsewhere, in the question, the reference and every answer alike.
 * Done twice it is undone. A case where a name stands before another capital letter is left alone:
 * that may be a person whom people know, and then the facts would change.
 */
@API(status = API.Status.EXPERIMENTAL)
public record Renamed() implements Transform {

  private static final SortedMap<String, String> PARTNERS =
      partners(
          "Emily Aisha Anna Fatima Sarah Mei Laura Priya Emma Nneka Julia Yuki Claire Leila Megan"
              + " Guadalupe Katie Ngozi Hannah Zainab Alice Shanice Susan Ximena Maria Olga Sophie"
              + " Amara Lucy Soraya Jane Ayodele James Mohammed John Hiroshi Michael Jamal David"
              + " Kwame Peter Rajesh Thomas Omar Paul Tariq Robert Chidi Tom Ahmed Greg DeShawn Jack"
              + " Wei Daniel Santiago Brian Darnell Bob Malik Steve Abdul Ben Diego Tim Kofi");

  private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}\\p{L}+");

  private static SortedMap<String, String> partners(String names) {
    String[] all = names.split(" ");
    var partners = new TreeMap<String, String>();
    for (int i = 0; i < all.length; i += 2) {
      partners.put(all[i], all[i + 1]);
      partners.put(all[i + 1], all[i]);
    }
    return Collections.unmodifiableSortedMap(partners);
  }

  @Override
  public Applied apply(Case asked, Settings settings, RandomGenerator random) {
    boolean known = asked.candidates().stream().anyMatch(c -> isKnown(c.text()));
    known |= asked.item().fields().values().stream().anyMatch(Renamed::isKnown);
    if (known) return new Applied(asked, Back.SAME);
    var candidates = new ArrayList<Candidate>();
    for (Candidate c : asked.candidates()) {
      Content content =
          c.content() instanceof Content.Text t ? Content.text(of(t.text())) : c.content();
      candidates.add(new Candidate(c.key(), of(c.item()), content, c.by(), c.sample()));
    }
    var shown = new Case(of(asked.item()), candidates, asked.exhibits(), asked.factors());
    return new Applied(shown, Back.SAME);
  }

  private static Item of(Item item) {
    var fields = new TreeMap<String, String>();
    item.fields().forEach((name, text) -> fields.put(name, of(text)));
    return new Item(item.id(), item.root(), fields, item.rubric().map(Renamed::of), item.tags());
  }

  /** Swap the names in a text. */
  static String of(String text) {
    return WORD.matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(PARTNERS.getOrDefault(m.group(), m.group())));
  }

  /** Tell whether a name stands before another capital letter: then it may be somebody's. */
  private static boolean isKnown(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (!PARTNERS.containsKey(word.group())) continue;
      int next = word.end() + 1;
      boolean space = next < text.length() && text.charAt(word.end()) == ' ';
      if (space && Character.isUpperCase(text.codePointAt(next))) return true;
    }
    return false;
  }

  @Override
  public Expect expect() {
    return Expect.SAME;
  }
}
