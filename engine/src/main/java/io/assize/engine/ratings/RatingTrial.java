package io.assize.engine.ratings;

import io.assize.engine.ratings.RatingResult.Gap;
import io.assize.engine.ratings.RatingResult.Kind;
import io.assize.engine.ratings.RatingResult.Leniency;
import io.assize.engine.ratings.RatingResult.Row;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.CohenKappa;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.agreement.KrippendorffAlpha;
import io.assize.measures.agreement.LightKappa;
import io.assize.measures.agreement.Metric;
import io.assize.measures.agreement.PercentAgreement;
import io.assize.measures.agreement.RaterPairs;
import io.assize.measures.columns.DistinctLabels;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Compute how far people agree, how far judges agree with them, and what a rater who always says
 * the same would reach. All intervals are drawn at once, by item.
 *
 * <p>A judge is set against each person, and the kappas are averaged: so the figure stands on the
 * same footing as that of people among them, which is the same mean over pairs of people.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RatingTrial {

  /** The most people whose pairs are listed one by one, and the most judges. */
  public static final int MOST_LISTED = 25;

  private final Ratings ratings;
  private final KappaWeights weights;
  private final boolean details;
  private final int[] people;
  private final int[] judges;
  private final WithMadeRaters made;
  private final LeniencyColumns leniency;
  private final List<Prepared<?>> prepared = new ArrayList<>();
  private final List<Planned> planned = new ArrayList<>();

  /** A row to come: where its estimates will stand; alpha is -1 where there is none. */
  private record Planned(Kind kind, String a, String b, RaterPairs pairs, int share, int alpha) {}

  private RatingTrial(Ratings ratings, KappaWeights weights, boolean details, int[] constants) {
    this.ratings = ratings;
    this.weights = weights;
    this.details = details;
    this.people = ratings.people();
    this.judges = ratings.judges();
    this.made = new WithMadeRaters(ratings, constants);
    this.leniency = new LeniencyColumns(ratings);
  }

  /** Return the weights that a scale asks for: of ordinal levels those given. */
  public static KappaWeights weights(RatingScale scale, KappaWeights ordinal) {
    return switch (scale.metric()) {
      case NOMINAL -> KappaWeights.UNWEIGHTED;
      case ORDINAL -> ordinal;
      case INTERVAL, RATIO -> KappaWeights.SQUARED_DIFFERENCE;
    };
  }

  /**
   * Compute.
   *
   * @param ratings what was read
   * @param ordinal how disagreements on ordinal levels count
   * @param bootstrap of the intervals
   * @param details whether all pairs, all constants and the majority are computed too
   */
  public static RatingResult of(
      Ratings ratings, KappaWeights ordinal, Bootstrap bootstrap, boolean details) {
    int levels = ratings.scale().names().size();
    int[] constants =
        details && levels <= MOST_LISTED
            ? IntStream.range(0, levels).toArray()
            : new int[] {WithMadeRaters.commonest(ratings)};
    return new RatingTrial(ratings, weights(ratings.scale(), ordinal), details, constants)
        .run(bootstrap);
  }

  private RatingResult run(Bootstrap bootstrap) {
    int[] starts = prepare();
    int firstLeniency = starts[0];
    int firstGap = starts[1];
    List<Estimate> got = estimates(bootstrap);
    var dissents = new Dissents(ratings);
    return new RatingResult(
        ratings,
        weights,
        bootstrap,
        planned.stream().map(p -> row(p, got)).toList(),
        IntStream.range(0, leniency.judges().length)
            .mapToObj(i ->
                new Leniency(
                    name(leniency.judges()[i]), leniency.level(), got.get(firstLeniency + i)))
            .toList(),
        IntStream.range(0, people.length > 1 ? judges.length : 0)
            .mapToObj(i -> new Gap(name(judges[i]), got.get(firstGap + i)))
            .toList(),
        dissents.tables(),
        dissents.list());
  }

  /** Prepare all measures, and return where those of leniency and of the gaps begin. */
  private int[] prepare() {
    rows();
    int firstLeniency = prepared.size();
    for (int judge : leniency.judges()) prepared.add(leniency.prepare(judge));
    int firstGap = prepared.size();
    for (int judge : people.length > 1 ? judges : new int[0]) {
      prepared.add(
          LightKappa.prepareDifference(
              ratings.labels(), RaterPairs.among(people), RaterPairs.of(judge, people), weights));
    }
    return new int[] {firstLeniency, firstGap};
  }

  /** Where few kinds of units stand for many, draws are counted by kind. */
  private List<Estimate> estimates(Bootstrap bootstrap) {
    Optional<DistinctLabels> distinct = DistinctLabels.of(ratings.labels());
    if (distinct.isEmpty()) return Prepared.together(prepared, bootstrap);
    var few =
        new RatingTrial(ratings.with(distinct.get().labels()), weights, details, made.constants());
    few.prepare();
    var counted = new ArrayList<Prepared<?>>();
    for (int i = 0; i < prepared.size(); i++) {
      Prepared<?> whole = prepared.get(i);
      counted.add(few.prepared.get(i).counting(whole.n(), whole.missing()));
    }
    return Prepared.together(
        counted, distinct.get().kindOfUnit(), ratings.labels().clusters(), bootstrap);
  }

  // ---- which rows there are

  private void rows() {
    boolean listed = people.length <= MOST_LISTED;
    if (listed && (details || people.length <= 4)) pairs(Kind.PEOPLE_PAIR, people);
    if (people.length > 2 || (people.length == 2 && judges.length > 0)) amongPeople();
    for (int judge : judges) judge(judge, listed);
    if ((details || people.length == 0) && judges.length <= MOST_LISTED) {
      pairs(Kind.JUDGE_PAIR, judges);
    }
    if (people.length > 0) constants();
  }

  private void pairs(Kind kind, int[] raters) {
    boolean only = raters.length == 2 && ratings.raters().size() == 2;
    for (RaterPairs.Pair p : RaterPairs.among(raters).all()) {
      plan(kind, name(p.a()), name(p.b()), p, only);
    }
  }

  private void amongPeople() {
    Labels all = ratings.labels();
    Labels ofPeople = made.only(people);
    prepared.add(PercentAgreement.prepareAmong(ofPeople));
    prepared.add(LightKappa.prepare(all, RaterPairs.among(people), weights));
    prepared.add(KrippendorffAlpha.prepare(ofPeople, ratings.scale().metric()));
    add(Kind.PEOPLE, "people", "people", RaterPairs.among(people), true);
  }

  private void judge(int judge, boolean listed) {
    if (people.length == 1) {
      plan(Kind.JUDGE, name(judge), name(people[0]), new RaterPairs.Pair(judge, people[0]), true);
      return;
    }
    if (people.length == 0) return;
    over(Kind.JUDGE, name(judge), "people", ratings.labels(), RaterPairs.of(judge, people));
    if (!details) return;
    if (people.length > 2) {
      RaterPairs pair = RaterPairs.of(made.majority(), judge);
      over(Kind.MAJORITY, name(judge), "most people", made.labels(), pair);
    }
    for (int person : listed ? people : new int[0]) {
      var pair = new RaterPairs.Pair(judge, person);
      plan(Kind.JUDGE_PERSON, name(judge), name(person), pair, false);
    }
  }

  private void constants() {
    for (int place = 0; place < made.constants().length; place++) {
      String always = ratings.scale().names().get(made.constants()[place]);
      RaterPairs pairs = RaterPairs.of(made.constant(place), people);
      over(Kind.CONSTANT, always, "people", made.labels(), pairs);
    }
  }

  private void plan(Kind kind, String a, String b, RaterPairs.Pair pair, boolean alpha) {
    Labels labels = ratings.labels();
    prepared.add(PercentAgreement.prepare(labels, pair.a(), pair.b()));
    prepared.add(CohenKappa.prepare(labels, pair.a(), pair.b(), weights));
    if (alpha) {
      Metric metric = ratings.scale().metric();
      prepared.add(KrippendorffAlpha.prepare(made.only(pair.a(), pair.b()), metric));
    }
    add(kind, a, b, new RaterPairs(List.of(pair)), alpha);
  }

  private void over(Kind kind, String a, String b, Labels labels, RaterPairs pairs) {
    prepared.add(PercentAgreement.prepare(labels, pairs));
    prepared.add(LightKappa.prepare(labels, pairs, weights));
    add(kind, a, b, pairs, false);
  }

  private void add(Kind kind, String a, String b, RaterPairs pairs, boolean alpha) {
    int first = prepared.size() - (alpha ? 3 : 2);
    planned.add(new Planned(kind, a, b, pairs, first, alpha ? first + 2 : -1));
  }

  private Row row(Planned p, List<Estimate> got) {
    return new Row(
        p.kind(),
        p.a(),
        p.b(),
        got.get(p.share()),
        named(got.get(p.share() + 1), p),
        p.alpha() < 0 ? Optional.empty() : Optional.of(got.get(p.alpha())));
  }

  /** Where a mean over pairs does not exist, say which pair it is by name. */
  private Estimate named(Estimate kappa, Planned p) {
    if (!(kappa instanceof Estimate.Undefined u)) return kappa;
    for (RaterPairs.Pair pair : p.pairs().all()) {
      Estimate of = CohenKappa.of(made.labels(), pair.a(), pair.b(), weights, Bootstrap.none());
      if (!(of instanceof Estimate.Undefined why)) continue;
      boolean one = p.pairs().all().size() == 1;
      String whom = p.kind() == Kind.CONSTANT ? "always " + p.a() : p.b();
      String who = one ? "" : name(pair.a(), whom) + " - " + name(pair.b(), p.b()) + ": ";
      return new Estimate.Undefined(who + why.reason(), u.n(), u.missing());
    }
    return kappa;
  }

  /** Return a rater's name; of those that we make, the row's. */
  private String name(int rater, String made) {
    return rater < ratings.raters().size() ? name(rater) : made;
  }

  private String name(int rater) {
    return ratings.raters().get(rater).name();
  }
}
