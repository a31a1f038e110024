package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.Nearest;
import io.assize.core.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
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
    final TreeSet<String> tags = new TreeSet<>();
    String root;
    Optional<String> rubric = Optional.empty();

    Draft(String id, Place at) {
      this.root = id;
      this.at = at;
    }
  }

  /** Its hash is written out: the one that is made for records is slow until it is compiled. */
  private record Key(String item, String system, int sample) {
    @Override
    public int hashCode() {
      return (item.hashCode() * 31 + system.hashCode()) * 31 + sample;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key k
          && sample == k.sample
          && item.equals(k.item)
          && system.equals(k.system);
    }
  }

  private record Text(String text, Place at) {}

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, String> byInput = new TreeMap<>();
  private final Map<Key, Text> answers = new LinkedHashMap<>();
  private final SequencedSet<Key> answered = new LinkedHashSet<>(); // by its sample 0
  private final SequencedSet<String> systems = new LinkedHashSet<>();
  private final List<Label> labels = new ArrayList<>();
  private final TreeMap<String, String> names = new TreeMap<>();
  private final SequencedSet<String> varying = new LinkedHashSet<>();
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

  void item(String id, Place at) {
    drafts.computeIfAbsent(id, i -> new Draft(i, at));
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
    draft(item).tags.add(tag);
  }

  void system(String name) {
    systems.add(name);
  }

  boolean hasSystem(String name) {
    return systems.contains(name);
  }

  void answer(String item, String system, int sample, String text, Place at) {
    var key = new Key(item, system, sample);
    answered.add(sample == 0 ? key : new Key(item, system, 0));
    Text before = answers.putIfAbsent(key, new Text(text, at));
    if (before == null) return;
    throw AssizeException.usage(
        at.toString(),
        "item %s has an answer by %s already, in %s"
            .formatted(Quoted.of(item), Quoted.plain(system), before.at()),
        "one answer for each item, system and sample",
        "remove one, or number them in a column called sample");
  }

  void label(Label label) {
    labels.add(label);
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
    Draft draft = drafts.get(id);
    if (draft == null) throw new IllegalStateException("no item " + id);
    return draft;
  }

  /** Make the result. */
  DataFile done() {
    varying.forEach(
        f -> notes.add(Quoted.plain(f) + " differs between the rows of an item: left out"));
    var items = new LinkedHashMap<String, Item>();
    drafts.forEach((id, draft) -> items.put(id, finished(id, draft)));
    List<Party> parties = systems.stream().map(Party::system).toList();
    missing();
    return new DataFile(
        List.copyOf(items.values()),
        parties,
        candidates(items, parties),
        labels,
        names,
        new TreeMap<>(),
        accounts,
        notes);
  }

  private Item finished(String id, Draft draft) {
    varying.forEach(draft.fields::remove);
    return new Item(id, draft.root, draft.fields, draft.rubric, draft.tags);
  }

  /** An answer and its place: by item, system and sample, as items and systems came. */
  private record Placed(int item, int system, Key key, Text text) {

    static final Comparator<Placed> ORDER =
        Comparator.comparingInt(Placed::item)
            .thenComparingInt(Placed::system)
            .thenComparingInt(p -> p.key().sample());
  }

  private List<Candidate> candidates(Map<String, Item> items, List<Party> parties) {
    var candidates = new ArrayList<Candidate>(answers.size());
    var seen = new LinkedHashMap<String, Candidate>();
    List<Item> list = List.copyOf(items.values());
    for (Placed p : placed(items, parties)) {
      Party by = parties.get(p.system());
      var made = Candidate.of(list.get(p.item()), by, p.key().sample(), p.text().text());
      Candidate other = seen.putIfAbsent(made.key(), made);
      if (other != null) throw DataFile.oneKey(p.text().at().toString(), made, other);
      candidates.add(made);
    }
    return candidates;
  }

  private List<Placed> placed(Map<String, Item> items, List<Party> parties) {
    var itemOrder = new LinkedHashMap<String, Integer>();
    items.keySet().forEach(id -> itemOrder.put(id, itemOrder.size()));
    var systemOrder = new LinkedHashMap<String, Integer>();
    parties.forEach(p -> systemOrder.put(p.name(), systemOrder.size()));
    var placed = new ArrayList<Placed>(answers.size());
    answers.forEach((key, text) -> {
      Integer item = itemOrder.get(key.item());
      Integer system = systemOrder.get(key.system());
      if (item == null || system == null) throw new IllegalStateException("no answer " + key);
      placed.add(new Placed(item, system, key, text));
    });
    placed.sort(Placed.ORDER);
    return placed;
  }

  private void missing() {
    for (String system : systems) {
      List<String> without =
          drafts.keySet().stream()
              .filter(id -> !answered.contains(new Key(id, system, 0)))
              .toList();
      if (without.isEmpty()) continue;
      notes.add(
          "%d of %s %s no answer by %s: %s"
              .formatted(
                  without.size(),
                  Account.count(drafts.size(), "item"),
                  without.size() == 1 ? "has" : "have",
                  Quoted.plain(system),
                  Quoted.list(without)));
    }
  }
}
