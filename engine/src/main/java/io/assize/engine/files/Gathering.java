package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.Nearest;
import io.assize.core.Party;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Items, answers and labels while files are read; one result at the end. */
final class Gathering {

  private static final int LONGEST_NAMED = 40;

  /** An item in the making. */
  private static final class Draft {
    final Place at;
    final TreeMap<String, String> fields = new TreeMap<>();
    final List<Answer> answers = new ArrayList<>(2); // in order
    String file = "";
    SortedSet<String> tags = Collections.emptySortedSet();
    String root;
    Optional<String> rubric = Optional.empty();

    Draft(String id, Place at) {
      this.root = id;
      this.at = at;
    }
  }

  /** An answer in the making; the system is a number. */
  private record Answer(int system, int sample, String text, Place at) {

    static final Comparator<Answer> ORDER =
        Comparator.comparingInt(Answer::system).thenComparingInt(Answer::sample);
  }

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, String> byInput = new TreeMap<>();
  private final Map<String, Integer> systems = new LinkedHashMap<>(); // their numbers
  private final List<Label> labels = new ArrayList<>();
  private final List<Label> recorded = new ArrayList<>();
  private final TreeMap<String, String> names = new TreeMap<>();
  private final SequencedSet<String> varying = new LinkedHashSet<>();
  private @Nullable Draft last; // most is said of the item that was named last
  private String lastId = "";
  private final List<Account> accounts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  boolean knows(String item) {
    return drafts.containsKey(item);
  }

  Place placeOf(String item) {
    return draft(item).at;
  }

  int items() {
    return drafts.size();
  }

  /** Return the number of the item with this input, a new one where there is none yet. */
  String numberOf(String input) {
    return byInput.computeIfAbsent(input, i -> String.valueOf(byInput.size() + 1));
  }

  /**
   * Begin an item, or go on with it.
   *
   * @return whether its id stood in this file before
   */
  boolean item(String id, Place at) {
    Draft draft = drafts.computeIfAbsent(id, i -> new Draft(i, at));
    boolean again = draft.file.equals(at.file());
    draft.file = at.file();
    last = draft;
    lastId = id;
    return again;
  }

  /** Add a field; two texts for one input are an error, two for another field drop the field. */
  void field(String item, String name, String value, Place at) {
    Draft draft = draft(item);
    String before = draft.fields.putIfAbsent(name, value);
    if (before == null || before.equals(value)) return;
    if (!name.equals(Item.INPUT)) {
      varying.add(name);
      return;
    }
    throw AssizeException.usage(
        at.toString(),
        "item %s has another input than in %s".formatted(Quoted.of(item), draft.at),
        "one input for an id",
        "give the items different ids, or map the right column: --map input=COLUMN");
  }

  void root(String item, String root) {
    draft(item).root = root;
  }

  void rubric(String item, String rubric) {
    draft(item).rubric = Optional.of(rubric);
  }

  void tag(String item, String tag) {
    Draft draft = draft(item);
    if (draft.tags.isEmpty()) draft.tags = new TreeSet<>();
    draft.tags.add(tag);
  }

  void system(String name) {
    number(name);
  }

  private int number(String system) {
    Integer known = systems.putIfAbsent(system, systems.size());
    return known == null ? systems.size() - 1 : known;
  }

  boolean hasSystem(String name) {
    return systems.containsKey(name);
  }

  void answer(String item, String system, int sample, String text, Place at) {
    var answer = new Answer(number(system), sample, text, at);
    List<Answer> answers = draft(item).answers;
    int place = Collections.binarySearch(answers, answer, Answer.ORDER);
    if (place < 0) {
      answers.add(-place - 1, answer);
      return;
    }
    throw AssizeException.usage(
        at.toString(),
        "item %s has an answer by %s already, in %s"
            .formatted(Quoted.of(item), Quoted.plain(system), answers.get(place).at()),
        "one answer for each item, system and sample",
        "remove one, or number them in a column called sample");
  }

  void label(Label label) {
    labels.add(label);
  }

  void recorded(Label said) {
    recorded.add(said);
  }

  void name(String column, String field) {
    if (!column.equals(field)) names.putIfAbsent(column, field);
  }

  void account(Account account) {
    accounts.add(account);
  }

  void note(String note) {
    notes.add(note);
  }

  /** Make the error that an id is not among the items. */
  AssizeException unknownItem(String item, Place at, String what) {
    Optional<String> near =
        item.length() > LONGEST_NAMED ? Optional.empty() : Nearest.of(item, shortIds());
    return AssizeException.usage(
        at.toString(),
        "%s item %s, which no file defines".formatted(what, Quoted.of(item)),
        "an id of the %d items%s"
            .formatted(drafts.size(), near.map(n -> "; nearest is " + Quoted.of(n)).orElse("")),
        "mend the id, or add the item with its input");
  }

  private List<String> shortIds() {
    return drafts.keySet().stream().filter(id -> id.length() <= LONGEST_NAMED).toList();
  }

  private Draft draft(String id) {
    Draft known = last;
    if (known != null && id.equals(lastId)) return known;
    Draft draft = drafts.get(id);
    if (draft == null) throw new IllegalStateException("no item " + id);
    return draft;
  }

  /** Make the result. */
  DataFile done() {
    varying.forEach(
        f -> notes.add(Quoted.plain(f) + " differs between the rows of an item: left out"));
    List<Party> parties = systems.keySet().stream().map(Party::system).toList();
    var items = new ArrayList<Item>(drafts.size());
    var candidates = new ArrayList<Candidate>();
    drafts.forEach((id, draft) -> {
      Item item = finished(id, draft);
      items.add(item);
      for (Answer a : draft.answers) {
        candidates.add(Candidate.of(item, parties.get(a.system()), a.sample(), a.text()));
      }
    });
    different(candidates);
    missing();
    List<Label> said = recorded.stream().filter(l -> drafts.containsKey(l.item())).toList();
    if (said.size() < recorded.size()) {
      notes.add(
          "left out: what graders said of items that no file defines, "
              + Account.count(recorded.size() - said.size(), "time"));
    }
    return new DataFile(
        items, parties, candidates, labels, names, new TreeMap<>(), accounts, notes, said);
  }

  private Item finished(String id, Draft draft) {
    varying.forEach(draft.fields::remove);
    return new Item(id, draft.root, draft.fields, draft.rubric, draft.tags);
  }

  /** Keys join ids and names by a dot: only systems with such a sign in their names can clash. */
  private void different(List<Candidate> candidates) {
    if (systems.keySet().stream().noneMatch(name -> name.matches(".*[.#].*"))) return;
    var seen = new LinkedHashMap<String, Candidate>();
    for (Candidate c : candidates) {
      Candidate other = seen.putIfAbsent(c.key(), c);
      if (other != null) throw DataFile.oneKey(place(c).toString(), c, other);
    }
  }

  private Place place(Candidate c) {
    int system = number(c.by().name());
    return draft(c.item().id()).answers.stream()
        .filter(a -> a.system() == system && a.sample() == c.sample())
        .findFirst()
        .orElseThrow()
        .at();
  }

  private void missing() {
    systems.forEach((system, number) -> {
      List<String> without = without(number);
      if (without.isEmpty()) return;
      notes.add(
          "%d of %s %s no answer by %s: %s"
              .formatted(
                  without.size(),
                  Account.count(drafts.size(), "item"),
                  without.size() == 1 ? "has" : "have",
                  Quoted.plain(system),
                  Quoted.list(without)));
    });
  }

  private List<String> without(int system) {
    var without = new ArrayList<String>();
    drafts.forEach((id, draft) -> {
      if (draft.answers.stream().noneMatch(a -> a.system() == system)) without.add(id);
    });
    return without;
  }
}
