package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Party;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {

  private @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void makeScratch() {
    scratch = new Scratch(folder);
  }

  private String refusal(String... names) {
    return scratch.refusal(() -> scratch.labels(names));
  }

  @Test
  void aColumnForEachRaterWithGapsIsReadAsTheResearcherHasIt() {
    scratch.write("ratings.csv", "item,anna,ben,chen,judge", "1,4,4,5,5", "2,2,,3,4");

    DataFile data = scratch.labels("ratings.csv");

    assertThat(Scratch.labelTexts(data))
        .containsExactly(
            "1 anna: 4",
            "1 ben: 4",
            "1 chen: 5",
            "1 judge: 5",
            "2 anna: 2",
            "2 chen: 3",
            "2 judge: 4");
    assertThat(data.raters().stream().map(Party::kind))
        .containsExactly(Party.Kind.PERSON, Party.Kind.PERSON, Party.Kind.PERSON, Party.Kind.FILE);
    assertThat(scratch.accounts(data))
        .containsExactly(
            "ratings.csv   7 labels on 2 items; item = item, raters = anna, ben, chen, judge");
  }

  @Test
  void onlyTheRowsThatTheMapWantsAreRead() {
    scratch.write(
        "l.csv", "item,judge,way,label", "1,gpt,plain,4", "1,gpt,cot,2", "1,other,plain,3");
    DataFile data = scratch.labelsBy("rater=judge,only=judge:gpt+way:cot", "l.csv");
    assertThat(Scratch.labelTexts(data)).containsExactly("1 gpt: 2");
    assertThat(scratch.refusal(() -> scratch.labelsBy("only=judge:gtp", "l.csv")))
        .isEqualTo(
            """
            l.csv  holds no row that the map wants
              allowed: at least one
              fix: look at only=\
            """);
  }

  @Test
  void aRowForEachLabelIsRead() {
    scratch.write(
        "long.csv",
        "item,system,sample,annotator,score,note,seconds",
        "1,ada,0,anna,4,good,12",
        "1,ada,1,anna,3,,9",
        "1,ben,0,anna,2,,8");

    DataFile data = scratch.labels("long.csv");

    assertThat(Scratch.labelTexts(data))
        .containsExactly("1 ada#0 anna: 4", "1 ada#1 anna: 3", "1 ben#0 anna: 2");
    assertThat(data.labels().getFirst().reason()).contains("good");
    assertThat(data.labels().getFirst().at()).hasToString(folder + "/long.csv:2");
    assertThat(scratch.accounts(data))
        .containsExactly(
            "long.csv   3 labels on 1 item; item = item, system = system, rater = annotator,"
                + " label = score, reason = note, not used = seconds");
  }

  @Test
  void aLabelWithoutRaterIsTheFilesOwn() {
    scratch.write("gold.csv", "id,label", "1,pass", "2,fail");

    assertThat(Scratch.labelTexts(scratch.labels("gold.csv")))
        .containsExactly("1 gold: pass", "2 gold: fail");
  }

  @Test
  void pairsAreNamedBySideByNumberOrByTheSystemsOwnName() {
    scratch.write(
        "pairs.csv",
        "item,a,b,anna,ben,judge",
        "1,ada,ben,a,B,tie",
        "2,ben,ada,ada,A>B,2",
        "3,b,a,b,left,right");

    assertThat(Scratch.labelTexts(scratch.labels("pairs.csv")))
        .containsExactly(
            "1 ada|ben anna: ada",
            "1 ada|ben ben: ben",
            "1 ada|ben judge: tie",
            "2 ben|ada anna: ada",
            "2 ben|ada ben: ben",
            "2 ben|ada judge: ada",
            "3 b|a anna: b",
            "3 b|a ben: b",
            "3 b|a judge: a");
  }

  @Test
  void pairsByRowAreRead() {
    scratch.write("p.csv", "item,a,b,rater,label", "1,ada,ben,anna,b", "1,ada,ben,cleo,a");

    assertThat(Scratch.labelTexts(scratch.labels("p.csv")))
        .containsExactly("1 ada|ben anna: ben", "1 ada|ben cleo: ada");
  }

  @Test
  void recordedVerdictsInBothOrdersAreAJudgesAndAnEmptyOneIsUnreadable() {
    scratch.write("judged.csv", "item,judge,first,second", "1,gpt,1,2", "2,gpt,,tie");

    DataFile data =
        scratch.labelsBy("judge=judge,a='one',b='two',ab=first,ba=second", "judged.csv");

    assertThat(Scratch.labelTexts(data))
        .containsExactly(
            "1 one>two gpt: one",
            "1 two>one gpt: two",
            "2 one>two gpt: unreadable",
            "2 two>one gpt: tie");
    assertThat(data.raters()).extracting(Party::kind).containsExactly(Party.Kind.FILE);
    assertThat(scratch.plain(data.labels().get(2).value().toString()))
        .isEqualTo("unreadable: empty in judged.csv:3");
  }

  @Test
  void aWordThatIsNoSideIsTold() {
    scratch.write("p.csv", "item,a,b,anna", "1,ada,ben,a", "2,ada,ben,0");

    assertThat(refusal("p.csv"))
        .isEqualTo(
            """
            p.csv:3  anna is "0"
              allowed: a, b, tie (or 1, 2; left, right; A>B, B>A), ada or ben
              fix: write one of them; leave it empty where nothing was said\
            """);
  }

  @Test
  void aLabelOffTheScaleIsTold() {
    scratch.write("r.csv", "item,anna", "1,4", "2,Five", "3,6", "4,2.0");
    var scale = Scale.Levels.range(1, 5, 1);
    DataFile data = scratch.labels("r.csv");

    assertThat(LabelFiles.level(data.labels().get(0), "4", scale)).isEqualTo(new Outcome.Level(3));
    assertThat(LabelFiles.level(data.labels().get(3), "2.0", scale))
        .isEqualTo(new Outcome.Level(1));
    assertThat(
            LabelFiles.level(data.labels().get(0), "PASS", Scale.Levels.labelled("fail", "pass")))
        .isEqualTo(new Outcome.Level(1));
    assertThat(scratch.refusal(() -> LabelFiles.level(data.labels().get(2), "6", scale)))
        .isEqualTo(
            """
            r.csv:4  the label of anna is "6", off the scale
              allowed: 1, 2, 3, 4, 5
              fix: write one of them; leave it empty where nothing was said\
            """);
    assertThat(scratch.refusal(() -> LabelFiles.level(data.labels().get(1), "Five", scale)))
        .startsWith("r.csv:3  the label of anna is \"Five\", off the scale\n");
  }

  @Test
  void aSecondLabelForTheSameThingIsTold() {
    scratch.write("a.csv", "item,rater,label", "1,anna,4", "1,ben,4", "1,anna,5");
    scratch.write("b.csv", "item,anna", "1,4");
    scratch.write("c.csv", "item,anna", "1,3");

    assertThat(refusal("a.csv"))
        .isEqualTo(
            """
            a.csv:4  anna labels item "1" a second time, first in line 2
              allowed: one label by a rater for the same thing
              fix: remove the older one\
            """);
    assertThat(refusal("b.csv", "c.csv"))
        .startsWith("c.csv:2  anna labels item \"1\" a second time, first in b.csv:2\n");
  }

  @Test
  void labelsOfWhatIsNotThereNameTheNearest() {
    scratch.write("answers.csv", "id,input,ada,ben", "q01,x,1,2", "q02,y,3,4");
    scratch.write("i.csv", "item,anna", "q1,4");
    scratch.write("s.csv", "item,system,rater,label", "q01,bem,anna,4");
    scratch.write("ok.csv", "item,a,b,anna", "q01,ada,ben,b");
    DataFile answers = scratch.answers("answers.csv");

    assertThat(scratch.refusal(() -> LabelFiles.join(answers, scratch.labels("i.csv"))))
        .isEqualTo(
            """
            i.csv:2  labels item "q1", which is not there
              allowed: q01, q02; nearest is "q01"
              fix: mend the name, or remove the row\
            """);
    assertThat(scratch.refusal(() -> LabelFiles.join(answers, scratch.labels("s.csv"))))
        .isEqualTo(
            """
            s.csv:2  labels system "bem", which is not there
              allowed: ada, ben; nearest is "ben"
              fix: mend the name, or remove the row\
            """);
    assertThat(Scratch.labelTexts(LabelFiles.join(answers, scratch.labels("ok.csv"))))
        .containsExactly("q01 ada|ben anna: ben");
  }

  @Test
  void filesWithoutItemsLabelsOrASecondSideAreTold() {
    scratch.write("i.csv", "name,anna", "1,4");
    scratch.write("l.csv", "item,question", "1,x");
    scratch.write("e.csv", "item,anna", "1,", "2,");
    scratch.write("a.csv", "item,a,anna", "1,ada,a");

    assertThat(refusal("i.csv"))
        .isEqualTo(
            """
            i.csv:1  no column says which item is labelled: name, anna
              allowed: a column called id, item, sample_id, question_id
              fix: say which: --map id=COLUMN\
            """);
    assertThat(refusal("l.csv"))
        .isEqualTo(
            """
            l.csv:1  no column holds labels: item, question
              allowed: a column for each rater, or one called label, score, rating, better
              fix: say which: --map label=COLUMN  or  --map raters=COLUMN+COLUMN\
            """);
    assertThat(refusal("e.csv"))
        .isEqualTo(
            """
            e.csv:1  holds no label in any of 2 rows
              allowed: at least one label
              fix: name the right columns: --map raters=COLUMN+COLUMN\
            """);
    assertThat(refusal("a.csv"))
        .isEqualTo(
            """
            a.csv:1  only one side of the pairs has a column
              allowed: a column a and a column b with the names of the systems
              fix: say which: --map a=COLUMN,b=COLUMN  or the same name in each row: --map a='NAME'\
            """);
  }
}
