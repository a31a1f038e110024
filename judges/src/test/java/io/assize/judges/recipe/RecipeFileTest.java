package io.assize.judges.recipe;

import static io.assize.judges.recipe.Files.GRADE;
import static io.assize.judges.recipe.Files.GRADES;
import static io.assize.judges.recipe.Files.PREFER;
import static io.assize.judges.recipe.Files.WRITE;
import static io.assize.judges.recipe.Files.bound;
import static io.assize.judges.recipe.Files.refused;
import static io.assize.judges.recipe.Files.text;
import static io.assize.judges.recipe.Files.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.AssizeException;
import io.assize.core.scale.Scale;
import io.assize.judges.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecipeFileTest {

  @Test
  void anAskHasScaleSamplingReadingAndWhiteList() {
    var ask =
        (Recipe.Ask)
            tree(
                "{ask: grade, scale: {levels: {from: 1, to: 5}}, tokens: 5, temperature: 0.5, topP:"
                    + " 0.9, maxTokens: 10, stop: [END], sees: [item, candidates]}");
    assertThat(ask.scale()).isEqualTo(new Form.Fixed(Scale.Levels.range(1, 5, 1)));
    assertThat(ask.sampling().temperature()).isEqualTo(OptionalDouble.of(0.5));
    assertThat(ask.sampling().topP()).isEqualTo(OptionalDouble.of(0.9));
    assertThat(ask.sampling().maxTokens()).isEqualTo(OptionalInt.of(10));
    assertThat(ask.sampling().stop()).containsExactly("END");
    assertThat(ask.sampling().topTokens()).isEqualTo(5);
    assertThat(ask.read()).isEqualTo(Read.TOKENS);
    assertThat(ask.model()).isEqualTo("model");
    assertThat(ask.sees()).containsExactly("candidates", "item");
    var plain = (Recipe.Ask) tree(GRADE);
    assertThat(plain.read()).isEqualTo(Read.TEXT);
    assertThat(plain.sampling().topTokens()).isZero();
    assertThat(plain.sampling().temperature()).isEqualTo(OptionalDouble.of(0));
    var declared =
        (Recipe.Ask)
            tree(
                "{ask: grade, scale: best, read: {from: tokens, maxLeftOut: 0.2, otherwise:"
                    + " unreadable}, sees: [item, candidates]}");
    assertThat(declared.read())
        .isEqualTo(new Read(Read.From.TOKENS, 0.2, Read.Otherwise.UNREADABLE));
    assertThat(declared.sampling().topTokens()).isEqualTo(20);
  }

  @Test
  void everyScaleHasAWord() {
    assertThat(form("preference")).isEqualTo(new Form.Prefer(true));
    assertThat(form("{preference: {ties: false}}")).isEqualTo(new Form.Prefer(false));
    assertThat(form("best")).isEqualTo(new Form.Best());
    assertThat(form("ranking")).isEqualTo(new Form.Ranked());
    assertThat(form("{real: [0, 1]}")).isEqualTo(new Form.Fixed(new Scale.Real(0, 1)));
    assertThat(form("{levels: [fail, pass]}"))
        .isEqualTo(new Form.Fixed(Scale.Levels.labelled("fail", "pass")));
    assertThat(form("{levels: [0, 1, 3]}"))
        .isEqualTo(
            new Form.Fixed(
                new Scale.Levels(
                    List.of(
                        new Scale.Level("0", 0, ""),
                        new Scale.Level("1", 1, ""),
                        new Scale.Level("3", 3, "")))));
    assertThat(form("{levels: [{label: bad, value: -1, means: wrong}, {label: good, value: 2}]}"))
        .isEqualTo(
            new Form.Fixed(
                new Scale.Levels(
                    List.of(new Scale.Level("bad", -1, "wrong"), new Scale.Level("good", 2, "")))));
    assertThat(form("{each: {tone: {a: {real: [0, 1]}, b: {real: [0, 1]}}}}"))
        .isEqualTo(
            new Form.Each(
                new Form.Fields(
                    "tone",
                    List.of(
                        new Form.Field("a", new Form.Fixed(new Scale.Real(0, 1))),
                        new Form.Field("b", new Form.Fixed(new Scale.Real(0, 1)))))));
    assertThat(form("{choice: [x, y]}").toString()).contains("[x, y]");
    assertThat(form("{subset: [x, y]}").toString()).contains("Subset");
  }

  private static Form form(String scale) {
    return ((Recipe.Ask) tree("{ask: grade, scale: " + scale + ", sees: [item, candidates]}"))
        .scale();
  }

  @Test
  void twoNumbersAreNoRangeOfLevels() {
    refused(
        "{ask: grade, scale: {levels: [1, 5]}, sees: [item, candidates]}",
        "r.yaml:3:32  judge.scale.levels has two levels, 1 and 5",
        "  allowed: a list of every level, or {from, to, step}",
        "  fix: write levels: {from: 1, to: 5}");
  }

  @Test
  void aVarySaysByItsValueWhatItChanges() {
    assertThat(values("{draw: 3}", GRADE)).isEqualTo(new Values.Draws(3));
    assertThat(values("{order: both}", PREFER)).isEqualTo(new Values.BothOrders());
    assertThat(values("{candidate: each}", GRADE)).isEqualTo(new Values.Candidates());
    assertThat(values("{side: candidates}", GRADE)).isEqualTo(new Values.Keys());
    assertThat(values("{juror: [a, b]}", GRADE)).isEqualTo(new Values.Listed(List.of("a", "b")));
    var let =
        (Recipe.Let)
            tree(
                "{let: {roles: "
                    + WRITE
                    + "}, scope: item, in: {vary: {role: $roles}, most: 3, of: "
                    + GRADE
                    + "}}");
    assertThat(((Recipe.Vary) let.body()).values()).isEqualTo(new Values.From("roles", 3));
    assertThat(let.scope()).isEqualTo(Scope.ITEM);
  }

  private static Values values(String vary, String of) {
    return ((Recipe.Vary) tree("{vary: " + vary + ", of: " + of + "}")).values();
  }

  @Test
  void aReducerIsAWordOrAMap() {
    assertThat(reduce("mean/2"))
        .isEqualTo(new Reduce("mean", OptionalInt.of(2), Optional.empty(), 0, Settings.NONE));
    Reduce pick = reduce("{how: pick, quorum: 1, margin: 0.5, with: {by: perplexity}}");
    assertThat(pick.quorum()).isEqualTo(OptionalInt.of(1));
    assertThat(pick.margin()).isEqualTo(0.5);
    assertThat(pick.settings().text("by")).contains("perplexity");
    var keep = (Recipe.Vary) tree("{vary: {draw: 3}, reduce: keep, of: " + GRADE + "}");
    assertThat(keep.reduce()).isEmpty();
    refused(
        "{vary: {draw: 3}, reduce: mean/4, of: " + GRADE + "}",
        "r.yaml:3:29  a quorum of 4 of 3",
        "  allowed: at most 3",
        "  fix: write mean/3");
    refused(
        "{vary: {draw: 3}, reduce: meen, of: " + GRADE + "}",
        "r.yaml:3:29  no reducer is called \"meen\"",
        "  allowed: mean, median, mix, vote, logpool, weighted, sum, all, any, gate, lexicographic,"
            + " pick, first, prefer, best, keep; nearest is \"mean\"",
        "  fix: write mean");
    refused(
        "{vary: {draw: 3}, reduce: weighted$limit, of: " + GRADE + "}",
        "r.yaml:3:29  no fit above is called \"limit\"",
        "  allowed: none: there is no fit above",
        "  fix: put fit: {name: limit, ...} around this place");
  }

  private static Reduce reduce(String reduce) {
    return ((Recipe.Vary) tree("{vary: {draw: 3}, reduce: " + reduce + ", of: " + GRADE + "}"))
        .reduce()
        .orElseThrow();
  }

  @Test
  void debateAtOnceIsAnIterateOfAllSpeakers() {
    Recipe sugar =
        tree(
            """
            debate: {rounds: 2, speakers: {side: candidates}, speech: {write: speak, sees: [candidates, transcript]}}
            then: {ask: grade, scale: preference, sees: [item, candidates, transcript]}
            """);
    Recipe written =
        tree(
            """
            iterate: {most: 2, name: transcript, step: {vary: {side: candidates}, of: {write: speak, sees: [candidates, transcript]}}}
            then: {ask: grade, scale: preference, sees: [item, candidates, transcript]}
            """);
    assertThat(sugar).isEqualTo(written);
  }

  @Test
  void debateInTurnsIsOneSpeakerARound() {
    Recipe sugar =
        tree(
            """
            debate: {rounds: 2, order: in-turns, speakers: {speaker: [pro, con]}, speech: {write: turn, sees: [item, transcript]}}
            then: {ask: grade, scale: preference, sees: [item, candidates, transcript]}
            """);
    Recipe written =
        tree(
            """
            iterate:
              most: 4
              name: transcript
              step:
                choose: round
                branches:
                  "0": {vary: {speaker: [pro]}, of: {write: turn, sees: [item, transcript]}}
                  "1": {vary: {speaker: [con]}, of: {write: turn, sees: [item, transcript]}}
            then: {ask: grade, scale: preference, sees: [item, candidates, transcript]}
            """);
    assertThat(sugar).isEqualTo(written);
    refused(
        """
        debate: {rounds: 2, order: in-turns, speakers: {side: candidates}, speech: {write: turn, sees: [item]}}
        then: $transcript
        """,
        "r.yaml:3:57  speakers in turns are known by name before there is a case",
        "  allowed: a list of speakers: {side: [pro, con]}",
        "  fix: list the speakers, or write order: at-once");
  }

  @Test
  void whatIsDefinedIsUsedByName() {
    String text =
        text(
            "define: {one: {use: two}, two: " + GRADE + "}\n",
            "{vary: {draw: 3}, reduce: mean, of: {use: one}}");
    assertThat(RecipeFile.read("r.yaml", text, Library.NONE).bind().tree())
        .isEqualTo(tree("{vary: {draw: 3}, reduce: mean, of: " + GRADE + "}"));
    String circle = text("define: {one: {use: two}, two: {use: one}}\n", "{use: one}");
    assertThatThrownBy(() -> RecipeFile.read("r.yaml", circle, Library.NONE).bind())
        .hasMessage(
            "r.yaml:2:38  one uses itself: one -> two -> one"
                + "\n  allowed: parts that do not need themselves"
                + "\n  fix: write the inner part out");
  }

  @Test
  void parametersHaveTypesAndDefaults() {
    String text =
        text(
            "parameters: {model: model, k: {default: 3}, range: {type: levels, default: [0, 1]}, q:"
                + " {type: integer}, criteria: {type: rubric, default: [tone, facts]}, t: {default:"
                + " 0.7}}\n",
            """
            vary: {draw: $k}
            reduce: mean/$q
            of: {vary: {criterion: $criteria}, reduce: mean, of: {ask: about, model: $model, scale: {levels: $range}, temperature: $t, sees: [item, candidates]}}
            """);
    var file = RecipeFile.read("r.yaml", text, Library.NONE);
    assertThat(file.parameters().stream().map(p -> p.name() + " " + p.type()))
        .containsExactly(
            "model model", "k integer", "range levels", "q integer", "criteria rubric", "t number");
    assertThatThrownBy(file::bind)
        .hasMessage(
            "r.yaml:2:88  the parameter q has no value"
                + "\n  allowed: a value of type integer"
                + "\n  fix: give one, or write default: under it");
    var values = given("q", "2", "k", "5", "criteria", "[form]");
    assertThat(file.bind(values).formula())
        .isEqualTo("mean over 5 draws(mean over 1 criterion(ask(about)))");
    assertThat(file.bind(values).hash()).isNotEqualTo(file.bind(given("q", "2")).hash());
    assertThat(file.bind(values).models()).containsExactly("model");
    assertThatThrownBy(() -> file.bind(given("q", "two")))
        .hasMessageStartingWith("--set q=two  this is \"two\"\n  allowed: a whole number");
    assertThatThrownBy(() -> file.bind(given("kk", "2", "q", "1")))
        .hasMessage(
            "--set kk=2  the recipe r has no parameter \"kk\""
                + "\n  allowed: model, k, range, q, criteria, t; nearest is \"k\""
                + "\n  fix: write k");
  }

  private static TreeMap<String, YamlNode> given(String... words) {
    var values = new TreeMap<String, YamlNode>();
    for (int i = 0; i < words.length; i += 2) {
      values.put(words[i], YamlNode.value("--set " + words[i] + "=" + words[i + 1], words[i + 1]));
    }
    return values;
  }

  @Test
  void aParameterAndANameAreTwoThings() {
    String text =
        text(
            "parameters: {roles: {default: x}}\n",
            "{let: {roles: " + WRITE + "}, in: " + GRADE + "}");
    assertThatThrownBy(() -> RecipeFile.read("r.yaml", text, Library.NONE).bind())
        .hasMessage(
            "r.yaml:4:3  let(roles = write(lines), ask(grade)): roles is the name of a parameter"
                + " already\n"
                + "  allowed: a name of its own\n"
                + "  fix: rename it or the parameter");
  }

  @Test
  void aPromptMayNameOnlyWhatItsAskSees() {
    refused(
        "{ask: grade, scale: best, sees: [item]}",
        "r.yaml:3:9  the prompt grade names {{candidates}}, which it does not see",
        "  allowed: what sees has: item",
        "  fix: add candidates to sees, or take {{candidates}} out of the prompt");
    refused(
        "{ask: about, scale: best, sees: [candidates]}",
        "r.yaml:3:9  the prompt about names {{criterion}}, which it does not see",
        "  allowed: what sees has: candidates",
        "  fix: add item to sees where it is a field of the items, or put vary: {criterion: [...]}"
            + " around this place");
  }

  @Test
  void whatIsSeenMustBeThere() {
    refused(
        "{ask: grade, scale: best, sees: [item, candidate]}",
        "r.yaml:3:42  judge.sees[1] is \"candidate\"",
        "  allowed: item, candidates, reference, context, rubric; nearest is \"candidates\"",
        "  fix: write candidates");
    refused(
        "{let: {notes: {write: lines, sees: [item, candidates]}}, scope: item, in: " + GRADE + "}",
        "r.yaml:3:45  a let of scope item has no candidates",
        "  allowed: item, reference, context, rubric and what was made above",
        "  fix: write scope: case, or take candidates away");
  }

  @Test
  void aNameThatMeansSomethingInEveryPromptIsTaken() {
    String allowed =
        "  allowed: a name of its own, such as notes, steps or reviews; reference, context and"
            + " rubric may be made anew";
    String fix = "  fix: choose another name";
    refused(
        "{let: {first: " + WRITE + "}, in: " + GRADE + "}",
        "r.yaml:3:10  \"first\" means something else in every prompt: {{first}}",
        allowed,
        fix);
    refused(
        "{iterate: {most: 2, name: response, step: " + WRITE + "}, then: " + GRADE + "}",
        "r.yaml:3:29  \"response\" means something else in every prompt: {{response}}",
        allowed,
        fix);
    refused(
        "{rounds: {name: scale, most: 2, size: 2, on: " + GRADES + "}, in: $scale}",
        "r.yaml:3:19  \"scale\" means something else in every prompt: {{scale}}",
        allowed,
        fix);
    refused(
        "{debate: {rounds: 1, name: label_of_side, speakers: {side: candidates}, speech: "
            + WRITE
            + "}, then: "
            + GRADE
            + "}",
        "r.yaml:3:30  \"label_of_side\" means something else in every prompt: {{label_of_side}}",
        allowed,
        fix);
    refused(
        "{vary: {text: [a, b]}, reduce: mean, of: " + GRADE + "}",
        "r.yaml:3:11  \"text\" means something else in every prompt: {{text}}",
        allowed,
        fix);
    assertThat(tree("{let: {reference: " + WRITE + "}, in: " + GRADE + "}"))
        .isInstanceOf(Recipe.Let.class);
  }

  @Test
  void equalValuesInAListAreRefused() {
    refused(
        "{vary: {juror: [a, b, a]}, reduce: mean, of: " + GRADE + "}",
        "r.yaml:3:25  \"a\" stands twice in the list",
        "  allowed: values that differ: equal ones would vote twice",
        "  fix: remove one of the two, or write draw: 2 for a question that is asked twice");
  }

  @Test
  void aBarrierStandsAboveAllThatIsPerCase() {
    String fit = "{fit: {name: limit, method: quantile, on: " + PREFER + "}, in: " + PREFER + "}";
    assertThat(bound(fit).formula()).isEqualTo("fit(limit = quantile on ask(grade), ask(grade))");
    refused(
        "{vary: {order: both}, reduce: mix, of: " + fit + "}",
        "r.yaml:3:42  fit stands below what is done case by case, and it needs all cases",
        "  allowed: at the top, or under in: of another fit or rounds",
        "  fix: move fit above vary, let, choose, iterate, fold and map");
  }

  @Test
  void variablesMustVaryAbove() {
    refused(
        "{vary: {juror: [a, b]}, reduce: mean, of: {ask: grade, model: $jurer, scale: {real: [0,"
            + " 1]}, sees: [item, candidates]}}",
        "r.yaml:3:65  nothing above varies \"jurer\"",
        "  allowed: juror; nearest is \"juror\"",
        "  fix: write $juror");
  }

  @Test
  void wordsThatAreNotKnownAreTold() {
    refused(
        "{vari: {draw: 3}, of: " + GRADE + "}",
        "r.yaml:3:3  no node here, only vari, of",
        "  allowed: ask, write, check, recorded, custom, use, recipe, vary, let, choose, iterate,"
            + " debate, via, map, fold, fit, rounds; nearest is \"vary\"",
        "  fix: write vary");
    refused(
        "{ask: grade, scale: best, see: [item, candidates]}",
        "r.yaml:3:29  unknown key \"see\" in judge",
        "  allowed: ask, scale, model, read, tokens, sees, temperature, topP, maxTokens, stop;"
            + " nearest is \"sees\"",
        "  fix: write sees");
    refused(
        "{ask: grades, scale: best, sees: [item, candidates]}",
        "r.yaml:3:9  no prompt is called \"grades\"",
        "  allowed: a prompt's name; nearest is \"grade\"",
        "  fix: write grade");
    refused(
        "{ask: grade, write: lines}",
        "r.yaml:3:3  two nodes in one place: ask and write",
        "  allowed: one node word of ask, write, check, recorded, custom, use, recipe, vary, let,"
            + " choose, iterate, debate, via, map, fold, fit, rounds",
        "  fix: put one of them below the other, under of: or in:");
  }

  @Test
  void choicesAreKnownBeforeOrReadFromAVerdict() {
    assertThat(by("{able: tokens}", "yes: " + GRADE + "\nno: " + GRADE))
        .isEqualTo(new Selector.Able("tokens", "model"));
    assertThat(by("{field: kind}", "branches: {code: " + GRADE + ", else: " + GRADE + "}"))
        .isEqualTo(new Selector.Field("kind"));
    var let =
        (Recipe.Let)
            tree(
                "{let: {x: "
                    + PREFER
                    + "}, in: {choose: {feature: entropy, on: $x, above: 0.5,"
                    + " share: 0.25}, yes: {recorded: people, scale: preference}, no: $x}}");
    assertThat(((Recipe.Choose) let.body()).by())
        .isEqualTo(new Selector.Feature("x", "entropy", Optional.of(0.5), Optional.empty(), 0.25));
  }

  private static Selector by(String choose, String rest) {
    return ((Recipe.Choose) tree("choose: " + choose + "\n" + rest)).by();
  }

  @Test
  void fitsAndRoundsAndMappingsAreRead() {
    var fit =
        (Recipe.Fitted)
            tree(
                """
                fit: {name: bounds, method: minmax, folds: 2, with: {floor: 0.1}, on: {vary: {candidate: each}, of: {vary: {juror: [v1, v2]}, of: {recorded: "verifiers/$juror", scale: {real: [0, 1]}}}}}
                in: {vary: {candidate: each}, reduce: best, of: {vary: {juror: [v1, v2]}, reduce: "logpool/2$bounds", of: {map: minmax, by: bounds, of: {recorded: "verifiers/$juror", scale: {real: [0, 1]}}}}}
                """);
    assertThat(fit.folds()).isEqualTo(2);
    assertThat(fit.settings().number("floor", 0)).isEqualTo(0.1);
    assertThat(Formula.of(fit))
        .isEqualTo(
            "fit(bounds = minmax on keep over candidates(keep over 2"
                + " jurors(recorded(verifiers/$juror))), best over candidates(logpool over 2"
                + " jurors(minmax(recorded(verifiers/$juror)))))");
    var rounds =
        (Recipe.Rounds)
            tree(
                "{rounds: {name: scores, most: 3, size: 4, on: "
                    + GRADES
                    + "}, in: {fold: mean/2, over: round, of: $scores}}");
    assertThat(rounds.size()).isEqualTo(4);
    assertThat(Shape.of(rounds)).hasToString("number by candidate");
  }

  @Test
  void anotherRecipeIsANodeAndMayNotNeedItself() {
    var library =
        new Library() {
          @Override
          public List<String> recipes() {
            return List.of("inner", "outer");
          }

          @Override
          public Optional<RecipeFile> recipe(String name) {
            String judge =
                name.equals("inner")
                    ? "{recipe: outer}"
                    : "{vary: {draw: $k}, reduce: mean, of: " + GRADE + "}";
            String head = name.equals("inner") ? "" : "parameters: {k: {default: 2}}\n";
            String text = text(head, judge).replace("recipe: r\n", "recipe: " + name + "\n");
            return recipes().contains(name)
                ? Optional.of(RecipeFile.read(name + ".yaml", text, this))
                : Optional.empty();
          }

          @Override
          public List<String> prompts() {
            return List.of();
          }

          @Override
          public Optional<io.assize.judges.prompt.Prompt> prompt(String name) {
            return Optional.empty();
          }
        };
    assertThat(
            RecipeFile.read("r.yaml", text("", "{recipe: outer, with: {k: 4}}"), library)
                .bind()
                .formula())
        .isEqualTo("mean over 4 draws(ask(grade))");
    String circle = text("", "{recipe: inner}").replace("recipe: r\n", "recipe: outer\n");
    assertThatThrownBy(() -> RecipeFile.read("r.yaml", circle, library).bind())
        .isInstanceOf(AssizeException.class)
        .hasMessage(
            "inner.yaml:3:12  recipes need each other: outer -> inner -> outer"
                + "\n  allowed: recipes that do not need themselves"
                + "\n  fix: take another recipe here");
    assertThatThrownBy(() -> RecipeFile.read("r.yaml", text("", "{recipe: oter}"), library).bind())
        .hasMessage(
            "r.yaml:3:12  no recipe is called \"oter\""
                + "\n  allowed: a recipe's name; nearest is \"outer\""
                + "\n  fix: write outer");
  }
}
