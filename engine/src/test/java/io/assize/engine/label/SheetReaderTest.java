package io.assize.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.scale.Scale;
import io.assize.engine.door.MemoryLedger;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.FilledSheet;
import io.assize.engine.files.Label;
import io.assize.engine.files.Subject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetReaderTest {

  private static final String HEADER = "row,input,reference,left,right,better,note\n";
  private static final Scale PASS_FAIL = Scale.Levels.labelled("fail", "pass");

  @TempDir Path folder;

  private static Candidate candidate(String item, String system, int sample) {
    var fields = new TreeMap<>(Map.of(Item.INPUT, "What is the question of " + item + "?"));
    return Candidate.of(
        Item.of(item, fields),
        Party.system(system),
        sample,
        system + " says something long enough");
  }

  private static DataFile data(Candidate... candidates) {
    return new DataFile(
        List.of(),
        List.of(),
        List.of(candidates),
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        List.of());
  }

  private static final DataFile DATA =
      data(candidate("q1", "ada", 0), candidate("q1", "bob", 0), candidate("q2", "ada", 0));

  /** Row 1 shows bob left and ada right, row 2 ada alone. */
  private static final Draws DRAWS =
      Draws.of(
          List.of(
              new Draw(
                  1,
                  Draw.PAIRS,
                  "main",
                  1,
                  List.of(
                      new Draw.Row(1, "q1", List.of("q1.bob", "q1.ada"), "the rest", 0.5),
                      new Draw.Row(2, "q2", List.of("q2.ada"), "the rest", 0.5)),
                  List.of(),
                  new TreeMap<>())));

  private FilledSheet sheet(String text) {
    return sheet(text.getBytes(StandardCharsets.UTF_8));
  }

  private FilledSheet sheet(byte[] bytes) {
    try {
      return FilledSheet.read(Files.write(folder.resolve("anna.csv"), bytes), "anna.csv");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<SheetLabel> read(FilledSheet sheet) {
    return new SheetReader(DRAWS, DATA, judge -> Optional.of(PASS_FAIL)).read(sheet, "anna");
  }

  @Test
  void aSideIsTheAnswerThatStoodThere() {
    assertThat(read(sheet(HEADER + "1,,,,,left,\n")).getFirst().value()).isEqualTo("q1.bob");
    assertThat(read(sheet(HEADER + "1,,,,, RIGHT ,\n")).getFirst().value()).isEqualTo("q1.ada");
    assertThat(read(sheet(HEADER + "1,,,,,Tie,why\n")).getFirst())
        .isEqualTo(
            new SheetLabel(
                "anna",
                1,
                "q1",
                List.of("q1.bob", "q1.ada"),
                SheetLabel.TIE,
                Optional.of("why"),
                "anna.csv",
                2));
    assertThat(read(sheet(HEADER + "1,,,,,,only a note\n"))).isEmpty();
  }

  @Test
  void aGradeIsALevelByItsNameOrNumber() {
    String header = "row,answer,label\n";
    assertThat(read(sheet(header + "2,,PASS\n")).getFirst().value()).isEqualTo("pass");
    assertThat(read(sheet(header + "2,,0\n")).getFirst().value()).isEqualTo("fail");
    var numbers =
        new SheetReader(DRAWS, DATA, judge -> Optional.of(new Scale.Real(1, 10)))
            .read(sheet("row;answer;label\n2;;\"7,5\"\n"), "anna");
    assertThat(numbers.getFirst().value()).isEqualTo("7.5");
  }

  @Test
  void whatSpreadsheetsDoToASheetDoesNoHarm() {
    String guidelines = "\uFEFF\"# Which answer, is better?\";;;;;;\r\n#;;;;;;\r\n";
    List<SheetLabel> semicolons =
        read(
            sheet(
                guidelines
                    + "row;input;reference;left;right;better;note\r\n"
                    + "1.0;What is the question of q1?;;\"bob says\nsomething long enough\";"
                    + "ada says something long enough;left\r\n;;;;;;\r\n"));
    assertThat(semicolons).extracting(SheetLabel::value).containsExactly("q1.bob");
    List<SheetLabel> tabs = read(sheet("better\tadded\trow\nright\tx\t1\n"));
    assertThat(tabs).extracting(SheetLabel::value).containsExactly("q1.ada");
    byte[] windows = (HEADER + "1,,,,,tie,für beide\n").getBytes(Charset.forName("windows-1252"));
    assertThat(read(sheet(windows)).getFirst().note()).contains("für beide");
  }

  @Test
  void wrongRowsAndWordsAreToldByRow() {
    assertThatThrownBy(() -> read(sheet(HEADER + "1,,,,,left,\n9,,,,,left,\n")))
        .hasMessage(
            "anna.csv:3  row 9 is in no sheet of this run\n  allowed: rows 1 to 2\n"
                + "  fix: check that the sheet was drawn from this run");
    assertThatThrownBy(() -> read(sheet(HEADER + "1,,,,,ada,\n")))
        .hasMessage(
            "anna.csv:2  row 1 says \"ada\" in the column better\n  allowed: left, right or tie\n"
                + "  fix: write one of them; leave it empty where nothing can be said");
    assertThatThrownBy(() -> read(sheet("row,label\n2,good\n")))
        .hasMessage(
            "anna.csv:2  row 2 says \"good\" in the column label\n  allowed: fail, pass\n"
                + "  fix: write one of them; leave it empty where nothing can be said");
    assertThatThrownBy(() -> read(sheet(HEADER + "x,,,,,left,\n")))
        .hasMessage(
            "anna.csv:2  row is \"x\"\n  allowed: the number that stood there\n"
                + "  fix: write it again, or remove the row");
    assertThatThrownBy(() -> read(sheet(HEADER + "1,,,,,left,\n1,,,,,right,\n")))
        .hasMessage(
            "anna.csv:3  row 1 stands here a second time, first in line 2\n  allowed: each row once\n"
                + "  fix: remove the one that does not count");
    assertThatThrownBy(() -> read(sheet("item,a,b,label\nq1,ada,bob,ada\n")))
        .hasMessage(
            "anna.csv:1  is no sheet of assize label: its columns are item, a, b, label\n"
                + "  allowed: a column row and a column better or label\n"
                + "  fix: give labels of another form by: assize judge ... --labels "
                + "anna.csv");
  }

  /** A column that was sorted alone, or a sheet of another run, would turn labels round. */
  @Test
  void aRowThatIsNotTheRunsIsRefused() {
    assertThatThrownBy(() -> read(sheet(HEADER + "1,,,ada says something long enough,,left,\n")))
        .hasMessage(
            "anna.csv:2  row 1 has another text in the column left than this run\n"
                + "  allowed: the sheet as it was drawn from this run\n"
                + "  fix: sort whole rows only; check that the sheet belongs to the run");
  }

  @Test
  void theLastWordCountsAndNothingIsLost() {
    var ledger = new MemoryLedger();
    List<SheetLabel> first = read(sheet(HEADER + "1,,,,,left,\n"));
    assertThat(LedgerLabels.keep(ledger, first, 1)).isEqualTo(new LedgerLabels.Kept(1, 0, 0));
    assertThat(LedgerLabels.keep(ledger, first, 2)).isEqualTo(new LedgerLabels.Kept(0, 0, 1));
    List<SheetLabel> second = read(sheet(HEADER + "1,,,,,tie,on second thought\n"));
    assertThat(LedgerLabels.keep(ledger, second, 3)).isEqualTo(new LedgerLabels.Kept(0, 1, 0));
    LedgerLabels back = LedgerLabels.of(ledger);
    assertThat(back.history()).extracting(SheetLabel::value).containsExactly("q1.bob", "tie");
    assertThat(back.last()).extracting(SheetLabel::value).containsExactly("tie");
    assertThat(LedgerLabels.keep(ledger, first, 4)).isEqualTo(new LedgerLabels.Kept(0, 1, 0));
    assertThat(LedgerLabels.of(ledger).last())
        .extracting(SheetLabel::value)
        .containsExactly("q1.bob");
    assertThat(ledger.keys()).hasSize(3);
  }

  @Test
  void aSheetSupersedesWhatAFileSaysInThePersonsName() {
    var ledger = new MemoryLedger();
    LedgerLabels.keep(ledger, read(sheet(HEADER + "1,,,,,left,\n")), 1);
    var file = new ArrayList<Label>();
    for (String rater : List.of("anna", "ben")) {
      file.add(
          new Label(
              "q1",
              new Subject.Pair("ada", "bob", Subject.Shown.NOT_TOLD),
              Party.person(rater),
              io.assize.core.Result.done("ada"),
              Optional.empty(),
              new io.assize.engine.files.Place("labels.csv", 2)));
    }
    DataFile with =
        new DataFile(
            DATA.items(),
            DATA.systems(),
            DATA.candidates(),
            file,
            DATA.names(),
            DATA.inclusion(),
            List.of(),
            List.of());
    assertThat(LedgerLabels.of(ledger).into(with).labels())
        .extracting(l -> l.rater().name() + " " + l.value().got().orElse(""))
        .containsExactly("ben ada", "anna bob");
  }

  /** Where a system answered several times, a label is of the answers that were shown. */
  @Test
  void oneOfSeveralAnswersOfASystemIsKnownByItsNumber() {
    DataFile several =
        data(candidate("q1", "ada", 0), candidate("q1", "ada", 1), candidate("q1", "bob", 0));
    var ledger = new MemoryLedger();
    LedgerLabels.keep(ledger, read(sheet(HEADER + "1,,,,,left,\n")), 1);
    DataFile data = LedgerLabels.of(ledger).into(several);
    var gold = new io.assize.engine.trial.LabelledGold(data, Optional.empty());
    Item item = several.candidates().getFirst().item();
    var c = several.candidates();
    assertThat(gold.of(io.assize.core.Case.of(item, List.of(c.get(0), c.get(2)))))
        .contains(new io.assize.engine.trial.Decision.Better("q1.bob"));
    assertThat(gold.of(io.assize.core.Case.of(item, List.of(c.get(1), c.get(2))))).isEmpty();
  }
}
