package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.json.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * What one or several files hold, whatever their form.
 *
 * @param items in the order of the files
 * @param systems in the order of the files
 * @param candidates by item, system and sample, in that order
 * @param labels in the order of the files
 * @param names the field that a column became, by the column's name: {@code question} is {@code
 *     input}
 * @param inclusion the probability with which each item was drawn, by its id; empty where all were
 *     taken
 * @param accounts how each file was read
 * @param notes what the user should know and what is no error, such as answers that are missing
 * @param recorded what the graders of another tool said of the answers: parties on trial, no labels
 */
@API(status = API.Status.EXPERIMENTAL)
public record DataFile(
    List<Item> items,
    List<Party> systems,
    List<Candidate> candidates,
    List<Label> labels,
    SortedMap<String, String> names,
    SortedMap<String, Double> inclusion,
    List<Account> accounts,
    List<String> notes,
    List<Label> recorded) {

  /** Make it without graders of another tool. */
  public DataFile(
      List<Item> items,
      List<Party> systems,
      List<Candidate> candidates,
      List<Label> labels,
      SortedMap<String, String> names,
      SortedMap<String, Double> inclusion,
      List<Account> accounts,
      List<String> notes) {
    this(items, systems, candidates, labels, names, inclusion, accounts, notes, List.of());
  }

  public DataFile {
    items = List.copyOf(items);
    systems = List.copyOf(systems);
    candidates = List.copyOf(candidates);
    labels = List.copyOf(labels);
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    inclusion = Collections.unmodifiableSortedMap(new TreeMap<>(inclusion));
    accounts = List.copyOf(accounts);
    notes = List.copyOf(notes);
    recorded = List.copyOf(recorded);
  }

  /** Return the candidates of each item that has some, by the item's id. */
  public SortedMap<String, List<Candidate>> candidatesByItem() {
    var map = new TreeMap<String, List<Candidate>>();
    for (Candidate c : candidates) {
      map.computeIfAbsent(c.item().id(), id -> new ArrayList<>()).add(c);
    }
    return Collections.unmodifiableSortedMap(map);
  }

  /** Return the raters in the order of the labels. */
  public List<Party> raters() {
    return labels.stream().map(Label::rater).distinct().toList();
  }

  /**
   * Return what a template may name for an item: its fields, and again under the names of the
   * columns that they came from.
   */
  public SortedMap<String, String> variables(Item item) {
    var variables = new TreeMap<String, String>(item.fields());
    names.forEach((column, field) ->
        item.field(field).ifPresent(value -> variables.putIfAbsent(column, value)));
    return Collections.unmodifiableSortedMap(variables);
  }

  /** Return a sum over items, answers and labels: equal ones mean that nothing has changed. */
  public Hash sum() {
    return DataSum.of(this);
  }

  /** Return the same with other labels. */
  public DataFile labelled(List<Label> others) {
    return new DataFile(
        items, systems, candidates, others, names, inclusion, accounts, notes, recorded);
  }

  /** Return the same without what some graders of another tool said. */
  public DataFile withoutRecorded(List<String> graders) {
    var others = recorded.stream().filter(l -> !graders.contains(l.rater().name())).toList();
    return new DataFile(
        items, systems, candidates, labels, names, inclusion, accounts, notes, others);
  }

  /** Return what concerns the items that have one of these tags. */
  public DataFile tagged(SortedSet<String> any) {
    List<Item> kept =
        items.stream().filter(i -> i.tags().stream().anyMatch(any::contains)).toList();
    var ids = new TreeSet<>(kept.stream().map(Item::id).toList());
    return new DataFile(
        kept,
        systems,
        candidates.stream().filter(c -> ids.contains(c.item().id())).toList(),
        labels.stream().filter(l -> ids.contains(l.item())).toList(),
        names,
        inclusion,
        accounts,
        notes,
        recorded.stream().filter(l -> ids.contains(l.item())).toList());
  }

  /**
   * Return what it is with other answers.
   *
   * @param all of them
   * @param more systems than there were, by name
   * @throws AssizeException where two different answers have one key
   */
  public DataFile withAnswers(List<Candidate> all, List<String> more) {
    var known = new LinkedHashSet<>(systems);
    more.forEach(s -> known.add(Party.system(s)));
    var seen = new LinkedHashMap<String, Candidate>();
    for (Candidate c : all) {
      Candidate other = seen.putIfAbsent(c.key(), c);
      if (other != null) throw oneKey("", c, other);
    }
    return new DataFile(
        items, List.copyOf(known), all, labels, names, inclusion, accounts, notes, recorded);
  }

  static AssizeException oneKey(String where, Candidate a, Candidate b) {
    return AssizeException.usage(
        where,
        "item %s with system %s and item %s with system %s both make the key %s"
            .formatted(
                Quoted.of(a.item().id()),
                Quoted.of(a.by().name()),
                Quoted.of(b.item().id()),
                Quoted.of(b.by().name()),
                Quoted.of(a.key())),
        "ids and names that stay different when joined with a dot",
        "rename one of the systems");
  }
}
