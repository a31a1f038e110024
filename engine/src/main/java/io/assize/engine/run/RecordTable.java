package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.CaseId;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.call.CallKey;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.engine.door.Outside;
import io.assize.engine.door.Records;
import io.assize.engine.files.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What files hold, by source and case. A source is the judge's name; where the file kept a word for
 * each order, the name, a slash and the keys in the order in which they were shown ({@code
 * GPT-4/i1.a>i1.b}).
 */
final class RecordTable implements Records {

  private final SortedMap<String, Map<CaseId, Case>> cases = new TreeMap<>();
  private final SortedMap<String, SortedMap<CaseId, Record>> bySource = new TreeMap<>();
  private final SortedSet<String> judges = new TreeSet<>();
  private boolean ordered;

  /** Begin a table over these cases: pairs or single answers. */
  RecordTable(Collection<Case> of) {
    for (Case c : of) {
      add(place(c), c);
      // An item's only answer needs no name.
      if (c.candidates().size() == 1) add(place(c.item().id(), new Subject.Whole()), c);
    }
  }

  private void add(String place, Case c) {
    cases.computeIfAbsent(place, k -> new LinkedHashMap<>()).put(c.id(), c);
  }

  /** Return the cases that a row is about. */
  List<Case> about(String item, Subject subject) {
    var of = cases.get(place(item, subject));
    return of == null ? List.of() : new ArrayList<>(of.values());
  }

  /**
   * Put down what a judge says of a case.
   *
   * @return what stood there before
   */
  Optional<Record> put(String judge, Case c, Subject subject, Record record) {
    judges.add(judge);
    String source = judge;
    if (subject instanceof Subject.Pair p && p.shown() != Subject.Shown.NOT_TOLD) {
      ordered = true;
      String first = p.shown() == Subject.Shown.A_FIRST ? p.a() : p.b();
      source += "/" + key(c, first) + ">" + key(c, first.equals(p.a()) ? p.b() : p.a());
    }
    return Optional.ofNullable(
        bySource.computeIfAbsent(source, k -> new TreeMap<>()).put(c.id(), record));
  }

  /** Return the names of the judges, without orders. */
  List<String> judges() {
    return List.copyOf(judges);
  }

  /** Tell whether a word was kept for each order. */
  boolean ordered() {
    return ordered;
  }

  @Override
  public Optional<Record> find(String source, CaseId on, String question) {
    var of = bySource.get(source);
    if (of != null && of.containsKey(on)) return Optional.ofNullable(of.get(on));
    boolean ours = judges.stream().anyMatch(j -> source.equals(j) || source.startsWith(j + "/"));
    return ours
        ? Optional.of(new Record(Result.missing(Why.NOT_RECORDED, source + " says nothing of it")))
        : Optional.empty();
  }

  /** Return the same with each reply under its key, as answers to one question. */
  Records asked(String question) {
    var byKey = new TreeMap<CallKey, Reply.Said>();
    bySource.forEach((source, records) ->
        records.forEach((on, record) -> {
          var request = new Request.AskPerson(source, on, question);
          record.said().got().ifPresent(s -> byKey.put(Outside.personKey(request, List.of()), s));
        }));
    return new Records() {
      @Override
      public Optional<Record> find(String source, CaseId on, String asked) {
        return RecordTable.this.find(source, on, asked);
      }

      @Override
      public Optional<Reply.Said> reply(CallKey key) {
        return Optional.ofNullable(byKey.get(key));
      }
    };
  }

  private static String place(String item, Subject subject) {
    return item
        + "\n"
        + switch (subject) {
          case Subject.Whole w -> "";
          case Subject.Answer a -> a.system() + "#" + a.sample();
          case Subject.Pair p ->
              p.a().compareTo(p.b()) < 0 ? p.a() + "\n" + p.b() : p.b() + "\n" + p.a();
        };
  }

  private static String place(Case c) {
    var systems = c.candidates().stream().map(x -> x.by().name()).sorted().toList();
    String sample = systems.size() == 1 ? "#" + c.candidates().getFirst().sample() : "";
    return c.item().id() + "\n" + String.join("\n", systems) + sample;
  }

  static String key(Case c, String system) {
    return c.candidates().stream()
        .filter(x -> x.by().name().equals(system))
        .findFirst()
        .orElseThrow()
        .key();
  }
}
