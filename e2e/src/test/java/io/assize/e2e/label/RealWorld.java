package io.assize.e2e.label;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.json.Json;
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Label;
import io.assize.engine.files.Place;
import io.assize.engine.files.Subject;
import io.assize.engine.label.Draw;
import io.assize.engine.label.Draws;
import io.assize.engine.label.Sampler;
import io.assize.engine.label.Strata;
import io.assize.engine.label.Unit;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.GradeTable;
import io.assize.engine.trial.PairTable;
import io.assize.engine.trial.People;
import io.assize.engine.trial.PeopleTrial;
import io.assize.measures.inference.Bootstrap;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A judge and people who labelled all that it judged, so that the truth about the judge is known.
 *
 * @param name of data and judge
 * @param table what the judge says
 * @param units the same, as they can be drawn
 * @param labels what people say, by the key of the case
 * @param truth what people say of each system, over all cases that the judge gave a verdict on
 */
record RealWorld(
    String name,
    Table table,
    List<Unit> units,
    Map<String, Label> labels,
    Map<String, Double> truth) {

  private static final String PERSON = "people";
  private static final String PASSAGES = "passages";

  /** What a judge says, either way. */
  sealed interface Table {
    record Pairs(PairTable of) implements Table {}

    record Grades(GradeTable of) implements Table {}
  }

  /** Label a sheet that is drawn by a seed, and correct the judge by it. */
  People labelled(int rows, long seed) {
    Draw draw = Sampler.draw(units, Draws.of(List.of()), rows, seed, "judge");
    var said = new ArrayList<Label>();
    draw.rows().forEach(r -> said.add(labels.get(r.key())));
    var data =
        new DataFile(
            List.of(),
            List.of(),
            List.of(),
            said,
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            List.of());
    Draws draws = Draws.of(List.of(draw));
    return switch (table) {
      case Table.Pairs p -> new PeopleTrial(p.of(), data, draws, Bootstrap.none()).result();
      case Table.Grades g -> new PeopleTrial(g.of(), data, draws, Bootstrap.none()).result();
    };
  }

  /** The ten pairs of five models of PandaLM, judged by gpt-3.5-turbo, the majority of three. */
  static RealWorld pandaLm() throws IOException {
    Path folder = SharedData.folder("pandalm");
    var verdicts = new TreeMap<String, String>();
    for (Json r : read(folder.resolve("gpt-3.5-turbo-testset-v1.json"))) {
      verdicts.put(text(r, "idx"), text(r, "gpt_result"));
    }
    var rows = new ArrayList<PairTable.Row>();
    var labels = new TreeMap<String, Label>();
    var sums = new TreeMap<String, double[]>();
    for (Json r : read(folder.resolve("testset-v1.json"))) {
      String id = text(r, "idx");
      var item = new Item(id, id, new TreeMap<>(), Optional.empty(), new TreeSet<>());
      String[] models = text(r, "cmp_key").split("_");
      Candidate one = Candidate.of(item, Party.system(models[0]), 0, text(r, "response1"));
      Candidate two = Candidate.of(item, Party.system(models[1]), 0, text(r, "response2"));
      Optional<Decision> judge = decision(verdicts.getOrDefault(id, "garbage"), one, two);
      if (judge.isEmpty()) continue; // no verdict, so nothing to correct
      Case asked = Case.of(item, List.of(one, two));
      boolean first = one.key().compareTo(two.key()) < 0;
      rows.add(
          new PairTable.Row(
              asked,
              first ? one : two,
              first ? two : one,
              judge.get(),
              new TreeMap<>(),
              List.of(),
              List.of(judge.get())));
      String label = majority(r, models);
      labels.put(new Unit(asked, "").key(), pair(id, models, label));
      for (String m : models) {
        double[] sum = sums.computeIfAbsent(m, k -> new double[2]);
        sum[0] += label.equals(Label.TIE) ? 0.5 : label.equals(m) ? 1 : 0;
        sum[1]++;
      }
    }
    var table = new PairTable(rows);
    return new RealWorld(
        "PandaLM, gpt-3.5-turbo",
        new Table.Pairs(table),
        Strata.pairs(table, i -> Optional.empty(), List.of()),
        labels,
        means(sums));
  }

  private static Optional<Decision> decision(String said, Candidate one, Candidate two) {
    return switch (said) {
      case "1" -> Optional.of(new Decision.Better(one.key()));
      case "2" -> Optional.of(new Decision.Better(two.key()));
      case "Tie" -> Optional.of(new Decision.Tie());
      default -> Optional.empty();
    };
  }

  private static String majority(Json row, String... models) {
    int[] votes = new int[3];
    for (int i = 1; i <= 3; i++) votes[Integer.parseInt(text(row, "annotator" + i))]++;
    for (int v = 0; v < 3; v++) {
      if (votes[v] >= 2) return v == 0 ? Label.TIE : models[v - 1];
    }
    throw new IllegalStateException("three different labels: the data have none");
  }

  private static Label pair(String item, String[] models, String value) {
    return new Label(
        item,
        new Subject.Pair(models[0], models[1], Subject.Shown.NOT_TOLD),
        Party.person(PERSON),
        Result.done(value),
        Optional.empty(),
        new Place("labels", 1));
  }

  /** Passages of TREC 2023 Deep Learning, graded 0 to 3 by a judge of LLMJudge and by NIST. */
  static RealWorld llmJudge(String pool, String other) throws IOException {
    GradeTable table = graded(pool);
    var labels = new TreeMap<String, Label>();
    var sums = new TreeMap<String, double[]>();
    Map<String, String> gold = gold();
    for (GradeTable.Row row : table.rows()) {
      String id = row.asked().item().id();
      String label = gold.getOrDefault(id, "");
      labels.put(
          new Unit(row.asked(), "").key(),
          new Label(
              id,
              new Subject.Answer(PASSAGES, 0),
              Party.person(PERSON),
              Result.done(label),
              Optional.empty(),
              new Place("labels", 1)));
      double[] sum = sums.computeIfAbsent(PASSAGES, k -> new double[2]);
      sum[0] += Integer.parseInt(label);
      sum[1]++;
    }
    return new RealWorld(
        "LLMJudge, " + pool,
        new Table.Grades(table),
        Strata.grades(table, List.of(graded(other))),
        labels,
        means(sums));
  }

  private static Map<String, String> gold() throws IOException {
    var gold = new TreeMap<String, String>();
    List<String> lines = Files.readAllLines(SharedData.folder("llmjudge/gold_test.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] c = line.split("\t");
      gold.put(c[0] + "/" + c[1], c[2]);
    }
    return gold;
  }

  private static GradeTable graded(String pool) throws IOException {
    var scale = Scale.Levels.labelled("0", "1", "2", "3");
    var rows = new ArrayList<GradeTable.Row>();
    Path file = SharedData.folder("llmjudge/pools/" + pool + ".txt");
    for (String line : Files.readAllLines(file)) {
      String[] c = line.split(" ");
      String id = c[0] + "/" + c[2];
      var item = new Item(id, id, new TreeMap<>(), Optional.empty(), new TreeSet<>());
      Candidate passage = Candidate.of(item, Party.system(PASSAGES), 0, "passage " + c[2]);
      int grade = Math.min(3, Integer.parseInt(c[3]));
      rows.add(
          new GradeTable.Row(
              Case.of(item, List.of(passage)),
              passage,
              Optional.of(Distribution.point(scale, new Outcome.Level(grade), Basis.STATED)),
              Optional.empty(),
              List.of(),
              List.of((double) grade)));
    }
    return new GradeTable(rows);
  }

  private static Map<String, Double> means(Map<String, double[]> sums) {
    var means = new TreeMap<String, Double>();
    sums.forEach((system, sum) -> means.put(system, sum[0] / sum[1]));
    return means;
  }

  private static List<Json> read(Path file) throws IOException {
    return Json.parse(Files.readString(file)).elements();
  }

  private static String text(Json of, String name) {
    return of.get(name)
        .flatMap(j -> j.text().or(() -> j.number().map(Object::toString)))
        .orElse("");
  }
}
