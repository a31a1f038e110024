package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Nearest;
import io.assize.core.scale.Scale;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.FilledSheet;
import io.assize.engine.label.Draw;
import io.assize.engine.label.Draws;
import io.assize.engine.label.LedgerLabels;
import io.assize.engine.label.Sampler;
import io.assize.engine.label.SheetLabel;
import io.assize.engine.label.SheetReader;
import io.assize.engine.label.Strata;
import io.assize.engine.label.Unit;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Progress;
import io.assize.engine.trial.RunResult;
import io.assize.report.LabelSheet;
import io.assize.store.SqliteLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Has people label some cases of a run that is done: draws a blind sheet, and reads it back. What
 * was drawn and what was said becomes part of the run; nothing is asked of any model.
 *
 * @param host where this happens
 * @param run folder of the run
 * @param root where its files may lie; beneath the folder around the run where it is not said
 */
@API(status = API.Status.EXPERIMENTAL)
public record Labelling(Host host, Path run, Optional<Path> root) {

  /**
   * A sheet that was written.
   *
   * @param draw its rows
   * @param run the folder, as the user would name it from here
   */
  public record Sheet(Draw draw, String run) {}

  /** What a run holds for labelling. */
  private record Material(
      String run, DataFile data, List<Execution.Judged> judged, Draws draws, Path ledger) {

    Candidate candidate(String key) {
      return data.candidates().stream()
          .filter(c -> c.key().equals(key))
          .findFirst()
          .orElseThrow(() ->
              AssizeException.usage(
                  run,
                  "a row is about an answer that the run does not hold any more: " + key,
                  "the items and answers that the rows were drawn from",
                  "bring them back, or draw other rows by --sample"));
    }
  }

  private OpenRun open() {
    return OpenRun.existing(host, run, root, false);
  }

  private Material material(boolean judges) {
    try (OpenRun open = open()) {
      DataFile data = open.execution().inputs(Progress.NONE).data();
      var judged = new ArrayList<Execution.Judged>();
      if (judges) {
        for (JudgeConfig judge : open.config().judges()) {
          var bound = open.execution().bind(judge, data);
          judged.add(open.execution().judge(bound, data, Progress.NONE));
        }
      }
      return new Material(
          open.shown(), data, judged, Draws.of(open.ledger()), open.folder().ledger());
    }
  }

  /**
   * Draw cases that were not drawn before, and write them into a sheet.
   *
   * @param n how many, at least 1; all that are left where there are fewer
   * @param judge whose cases; empty where the run has one judge, or all judge the same
   * @param seed of the draw
   * @param csv the sheet, which must not be there
   * @throws AssizeException where a file is there, the run has nothing to label, or the judge must
   *     be named
   */
  public Sheet draw(int n, Optional<String> judge, long seed, Path csv) {
    if (n < 1) throw AssizeException.usage("--sample", "is " + n, "a whole number, at least 1", "");
    mustBeNew(csv);
    Material material = material(true);
    Execution.Judged judged = chosen(material, judge);
    List<RunResult> others =
        material.judged().stream().filter(j -> j != judged).map(Execution.Judged::result).toList();
    List<Unit> units = Strata.of(judged.result(), judged.seen(), others);
    String name = judged.judge().config().name();
    Draw draw = Sampler.draw(units, material.draws(), n, seed, name);
    if (draw.rows().isEmpty()) throw nothing(material, units);
    String text = text(material, judged, draw.rows());
    try (SqliteLedger ledger = SqliteLedger.open(material.ledger())) {
      Draws.keep(ledger, draw);
    }
    write(csv, text);
    return new Sheet(draw, material.run());
  }

  /**
   * Write the rows that were drawn before once more, for another person.
   *
   * @param judge as in {@link #draw}
   * @param csv the sheet, which must not be there
   */
  public Sheet again(Optional<String> judge, Path csv) {
    mustBeNew(csv);
    Material material = material(true);
    Execution.Judged judged = chosen(material, judge);
    String name = judged.judge().config().name();
    List<Draw> draws = material.draws().all().stream().filter(d -> d.judge().equals(name)).toList();
    if (draws.isEmpty()) {
      throw AssizeException.usage(
          material.run(),
          "no row was drawn yet",
          "a run with a sheet",
          "draw one: assize label " + material.run() + " --sample 30 --csv sheet.csv");
    }
    Draw last = draws.getLast();
    List<Draw.Row> rows = draws.stream().flatMap(d -> d.rows().stream()).toList();
    write(csv, text(material, judged, rows));
    return new Sheet(
        new Draw(last.number(), last.kind(), name, last.seed(), rows, last.shares(), last.fresh()),
        material.run());
  }

  private static Execution.Judged chosen(Material material, Optional<String> name) {
    List<Execution.Judged> able =
        material.judged().stream()
            .filter(
                j -> j.judge().docket().stream().allMatch(a -> a.asked().candidates().size() <= 2))
            .toList();
    List<String> names = able.stream().map(j -> j.judge().config().name()).toList();
    if (able.isEmpty()) {
      throw AssizeException.usage(
          material.run(),
          "has no judge of pairs or of single answers",
          "a run whose judge compares two answers or grades one",
          "judge with --recipe pair, score or pass-fail");
    }
    if (name.isPresent()) {
      return able.stream()
          .filter(j -> j.judge().config().name().equals(name.get()))
          .findFirst()
          .orElseThrow(() ->
              AssizeException.usage(
                  "--judge",
                  "is \"" + name.get() + "\"",
                  String.join(", ", names)
                      + Nearest.of(name.get(), names)
                          .map(n -> "; nearest is \"" + n + "\"")
                          .orElse(""),
                  "name a judge of the run"));
    }
    boolean pairs = able.getFirst().result() instanceof RunResult.Pairs;
    boolean alike = able.stream().allMatch(j -> j.result() instanceof RunResult.Pairs == pairs);
    if (alike) return able.getFirst();
    throw AssizeException.usage(
        material.run(),
        "has judges of pairs and of single answers: " + String.join(", ", names),
        "a sheet about one of them",
        "say which: --judge " + names.getFirst());
  }

  private static AssizeException nothing(Material material, List<Unit> units) {
    return AssizeException.usage(
        material.run(),
        units.isEmpty()
            ? "holds no verdict to set labels against"
            : "all " + units.size() + " cases with a verdict were drawn already",
        "a run with cases that were not drawn",
        units.isEmpty() ? "go on with it by assize resume" : "write them again by --again");
  }

  private static String text(Material material, Execution.Judged judged, List<Draw.Row> rows) {
    var byKey = new TreeMap<String, Candidate>();
    material.data().candidates().forEach(c -> byKey.put(c.key(), c));
    return LabelSheet.write(
        rows,
        scale(judged),
        judged.judge().config().rubric(),
        key -> {
          Candidate found = byKey.get(key);
          return found != null ? found : material.candidate(key);
        });
  }

  private static Optional<Scale> scale(Execution.Judged judged) {
    return judged.result() instanceof RunResult.Grades g ? g.table().scale() : Optional.empty();
  }

  private void mustBeNew(Path csv) {
    if (!Files.exists(host.resolve(csv))) return;
    throw AssizeException.usage(
        "--csv " + csv,
        "is there already, and a sheet that somebody works on is never overwritten",
        "the name of a file that is not there",
        "name another file; --again writes the rows that were drawn before, for another person");
  }

  private void write(Path csv, String text) {
    try {
      Files.writeString(
          host.resolve(csv), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw AssizeException.environment(
          csv.toString(),
          "the sheet cannot be written: " + e.getMessage(),
          "name another file with --again: the rows are drawn already",
          e);
    }
  }

  // ---- and back

  /**
   * One sheet that was read.
   *
   * @param file as it was named
   * @param person who filled it in
   * @param labelled rows with a word
   * @param rows all of its rows
   * @param kept what is new in it
   */
  public record Read(String file, String person, int labelled, int rows, LedgerLabels.Kept kept) {}

  /**
   * What labelling came to.
   *
   * @param sheets that were read, in their order
   * @param finished the run with the labels
   * @param run the folder, as the user would name it from here
   */
  public record Labelled(List<Read> sheets, Finished finished, String run) {
    public Labelled {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * Read sheets, keep what they say, and compute the run's figures with it. A sheet may be filled
   * in part; what a person says anew of a row supersedes what the person said before. Where one
   * sheet is wrong, nothing of any is kept.
   *
   * @param sheets filled in, one or several a person; none computes the figures only
   * @param by who filled them in; by the name of each file where it is empty
   */
  public Labelled read(List<Path> sheets, Optional<String> by) {
    var read = new ArrayList<Read>();
    if (!sheets.isEmpty()) {
      Material material = material(false);
      var scales = new TreeMap<String, Optional<Scale>>();
      var reader =
          new SheetReader(
              material.draws(),
              material.data(),
              judge -> scales.computeIfAbsent(judge, this::scaleOf));
      var filled =
          sheets.stream().map(s -> FilledSheet.read(host.resolve(s), s.toString())).toList();
      List<String> persons = persons(sheets, filled, by);
      var labels = new ArrayList<List<SheetLabel>>();
      for (int i = 0; i < filled.size(); i++) {
        labels.add(reader.read(filled.get(i), persons.get(i)));
      }
      try (SqliteLedger ledger = SqliteLedger.open(material.ledger())) {
        for (int i = 0; i < filled.size(); i++) {
          var kept = LedgerLabels.keep(ledger, labels.get(i), host.clock().millis());
          read.add(
              new Read(
                  sheets.get(i).toString(),
                  persons.get(i),
                  labels.get(i).size(),
                  filled.get(i).rows().size(),
                  kept));
        }
      }
    }
    try (OpenRun open = open()) {
      Finished finished = open.finish(Watcher.NONE);
      String document = finished.document().canonical() + "\n";
      if (!read.isEmpty()) open.folder().write(open.folder().results(), document);
      return new Labelled(read, finished, open.shown());
    }
  }

  /** The scale of a judge of single answers; pairs need none, and no judge is asked for them. */
  private Optional<Scale> scaleOf(String judge) {
    return material(true).judged().stream()
        .filter(j -> j.judge().config().name().equals(judge))
        .findFirst()
        .flatMap(Labelling::scale);
  }

  private static List<String> persons(
      List<Path> sheets, List<FilledSheet> filled, Optional<String> by) {
    var persons = new ArrayList<String>();
    for (int i = 0; i < sheets.size(); i++) {
      String person = by.orElse(filled.get(i).stem()).strip();
      if (person.isEmpty()) {
        throw AssizeException.usage("--by", "is empty", "a name", "leave it out, or say who");
      }
      if (by.isEmpty() && persons.contains(person)) {
        throw AssizeException.usage(
            sheets.get(i).toString(),
            "is the second sheet of \"" + person + "\" by its name",
            "a file for each person",
            "rename one of them, or say by --by NAME that one person filled in both");
      }
      persons.add(person);
    }
    return persons;
  }
}
