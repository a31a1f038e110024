package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.library.Finished;
import io.assize.library.Labelling;
import io.assize.library.OpenRun;
import io.assize.report.LabelScreen;
import io.assize.report.Safe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a blind sheet of a run, and reads it back. */
@Command(
    name = "label",
    mixinStandardHelpOptions = true,
    description = "Check the judge with labels of people: a blind sheet out, the result corrected.",
    footer = {
      "",
      "Example: assize label answers.run --sample 30 --csv sheet.csv     fill in the column better",
      "         assize label answers.run sheet.csv",
      "         assize label answers.run anna.csv ben.csv                a copy for each person",
      "  a sheet may be filled in part; labels become part of the run, and the last word counts"
    })
final class LabelCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Folder that assize judge or assize run made.")
  Path run = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SHEET",
      description = "Sheets that were filled in; none prints what the labels of the run say.")
  List<Path> sheets = List.of();

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Draw N cases that were not drawn before; with --csv.")
  @Nullable Integer sample;

  @Option(names = "--csv", paramLabel = "FILE", description = "The sheet that is written.")
  @Nullable Path csv;

  @Option(
      names = "--again",
      description = "Write the rows that were drawn before, for another person; with --csv.")
  boolean again;

  @Option(
      names = "--judge",
      paramLabel = "NAME",
      description = "Whose cases, where the run has judges of pairs and of answers.")
  @Nullable String judge;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the draw, the order of rows and of sides (default: 1).")
  long seed = 1;

  @Option(
      names = "--by",
      paramLabel = "PERSON",
      description = "Who filled the sheets in (default: the name of each file).")
  @Nullable String by;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Files of the run may lie beneath it (default: the folder around the run).")
  @Nullable Path root;

  @Mixin OutputOptions output = new OutputOptions();

  LabelCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var labelling = new Labelling(surroundings.host(), run, Optional.ofNullable(root));
    if (sample == null && !again && csv == null) return read(labelling);
    return write(labelling);
  }

  private int write(Labelling labelling) {
    if (csv == null) {
      throw AssizeException.usage(
          sample == null ? "--again" : "--sample " + sample,
          "says which rows and not where to",
          "a file for the sheet",
          "add --csv sheet.csv");
    }
    if ((sample == null) == !again || !sheets.isEmpty()) {
      throw AssizeException.usage(
          "--csv " + csv,
          sheets.isEmpty() ? "says where to and not which rows" : "writes a sheet, and one is read",
          "--sample N for new rows, or --again for those that were drawn before",
          "give one of them; read a sheet by a command of its own");
    }
    Optional<String> whose = Optional.ofNullable(judge);
    Labelling.Sheet sheet =
        sample == null ? labelling.again(whose, csv) : labelling.draw(sample, whose, seed, csv);
    LabelScreen.drawn(sheet.draw(), csv.toString(), sheet.run()).forEach(this::line);
    return 0;
  }

  private int read(Labelling labelling) {
    for (Path sheet : sheets) surroundings.mustBeThere("", sheet);
    Labelling.Labelled labelled = labelling.read(sheets, Optional.ofNullable(by));
    if (output.format != OutputOptions.Format.TABLE || output.quiet) {
      var open = OpenRun.existing(surroundings.host(), run, Optional.ofNullable(root), false);
      return Printing.finish(surroundings, open, false, output);
    }
    labelled
        .sheets()
        .forEach(
            s -> line(LabelScreen.read(s.file(), s.person(), s.labelled(), s.rows(), s.kept())));
    boolean any = false;
    for (Finished.Told told : labelled.finished().judges()) {
      if (told.people().isEmpty()) continue;
      any = true;
      line("");
      if (labelled.finished().judges().size() > 1) line("JUDGE " + Safe.terminal(told.name()));
      LabelScreen.people(told.people().get(), told.judged().result(), labelled.run())
          .forEach(this::line);
    }
    line("");
    line(
        any
            ? "saved   " + labelled.run() + "   with these labels: assize replay " + labelled.run()
            : "No label yet. Draw a sheet: assize label "
                + labelled.run()
                + " --sample 30 --csv sheet.csv");
    return 0;
  }

  private void line(String line) {
    surroundings.out().println(Safe.terminal(line));
  }
}
