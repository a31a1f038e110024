package io.assize.core;

import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a judge is asked about: an item, 0 to n candidates, exhibits and factors.
 *
 * <p>Pointwise, pairwise, listwise, relevance (a query and a passage) and "will you know it" (none)
 * are numbers of candidates. The order of the candidates is the presentation; the {@link #id} is of
 * the set of candidates, so that both orders are one case.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Case {

  private final Item item;
  private final List<Candidate> candidates;
  private final SortedMap<String, Exhibit> exhibits;
  private final SortedMap<String, String> factors;
  // Computed at the first call and always to the same value: a race computes it twice, no more.
  private @Nullable CaseId id;

  /**
   * Make a case.
   *
   * @param item the item
   * @param candidates in the order in which they are shown; their keys differ
   * @param exhibits by name
   * @param factors arms of a trial that this case stands in
   * @throws IllegalArgumentException where two candidates have one key
   */
  public Case(
      Item item,
      List<Candidate> candidates,
      SortedMap<String, Exhibit> exhibits,
      SortedMap<String, String> factors) {
    this(candidates, item, kept(exhibits), kept(factors));
  }

  /** Take maps that are kept already. */
  private Case(
      List<Candidate> candidates,
      Item item,
      SortedMap<String, Exhibit> exhibits,
      SortedMap<String, String> factors) {
    this.item = item;
    this.candidates = List.copyOf(candidates);
    this.exhibits = exhibits;
    this.factors = factors;
    if (candidates.size() > 1 && different(candidates) < candidates.size()) {
      throw new IllegalArgumentException("two candidates with one key in " + keys());
    }
  }

  private static long different(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::key).distinct().count();
  }

  /** Most cases have neither exhibits nor factors, and there are many cases. */
  private static <T> SortedMap<String, T> kept(SortedMap<String, T> map) {
    return map.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** Make a case without exhibits and factors. */
  public static Case of(Item item, List<Candidate> candidates) {
    return new Case(item, candidates, Collections.emptySortedMap(), Collections.emptySortedMap());
  }

  public Item item() {
    return item;
  }

  /** Return the candidates in the order in which they are shown. */
  public List<Candidate> candidates() {
    return candidates;
  }

  public SortedMap<String, Exhibit> exhibits() {
    return exhibits;
  }

  public SortedMap<String, String> factors() {
    return factors;
  }

  /** Return the keys of the candidates in the order in which they are shown. */
  public List<String> keys() {
    return candidates.stream().map(Candidate::key).toList();
  }

  /** Return the key of this case: the same for every order of its candidates. */
  public CaseId id() {
    CaseId known = id;
    if (known == null) {
      known = new CaseId(Hash.of(toJson()));
      id = known;
    }
    return known;
  }

  /**
   * Return the candidate with this key.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Candidate candidate(String key) {
    return candidates.stream()
        .filter(c -> c.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no candidate " + key + " in " + keys()));
  }

  /** Return this case shown in the given order of candidate keys. */
  public Case inOrder(List<String> keys) {
    if (!keys.stream().sorted().toList().equals(keys().stream().sorted().toList())) {
      throw new IllegalArgumentException(keys + " is no order of " + keys());
    }
    Case ordered = with(keys.stream().map(this::candidate).toList());
    ordered.id = id;
    return ordered;
  }

  /** Return the case of one candidate alone, about that candidate's own item. */
  public Case alone(String key) {
    Candidate c = candidate(key);
    return about(c.item(), List.of(c));
  }

  /** Return the case of the item alone: no candidates, no factors. */
  public Case bare() {
    return new Case(item, List.of(), exhibits, new TreeMap<>());
  }

  /** Return this case with one more exhibit, or another in its place. */
  public Case with(Exhibit exhibit) {
    var more = new TreeMap<>(exhibits);
    more.put(exhibit.name(), exhibit);
    return new Case(item, candidates, more, factors);
  }

  /** Return this case with other candidates in place of its own. */
  public Case with(List<Candidate> others) {
    return about(item, others);
  }

  /** Return the case of another item and its candidates, in the same exhibits and factors. */
  public Case about(Item another, List<Candidate> others) {
    return new Case(others, another, exhibits, factors);
  }

  /** Return this case with one more factor, or another value of it. */
  public Case withFactor(String name, String value) {
    var more = new TreeMap<>(factors);
    more.put(name, value);
    return new Case(item, candidates, exhibits, more);
  }

  private Json toJson() {
    var sorted = candidates.stream().sorted(Comparator.comparing(Candidate::key)).toList();
    Json about = item.toJson();
    var shown = Json.object();
    exhibits.forEach((name, exhibit) -> shown.put(name, exhibit.toJson()));
    return Json.object()
        .put("item", about)
        .put(
            "candidates",
            Json.array(sorted, c -> c.toJson(c.item() == item ? about : c.item().toJson())))
        .put("exhibits", shown.build())
        .put("factors", Json.texts(factors))
        .build();
  }

  /** Two cases are equal when they hold the same and show it in the same order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Case c && c.id().equals(id()) && c.keys().equals(keys());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return item.id() + keys();
  }
}
