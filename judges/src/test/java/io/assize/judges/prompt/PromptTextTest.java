package io.assize.judges.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.call.Message;
import io.assize.core.scale.Scale;
import io.assize.judges.recipe.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PromptTextTest {

  private static final Item ITEM =
      item("input", "Why?", "length", "short", "reference", "Because.");
  private static final Case PAIR =
      Case.of(
          ITEM,
          List.of(
              Candidate.of(ITEM, Party.system("bo"), 0, "{{gold}}{{#x}} B"),
              Candidate.of(ITEM, Party.system("ada"), 0, "a & <b>")));

  @Test
  void aCandidateThatIsATemplateStaysLiteral() {
    assertThat(render("{{#candidates}}[{{label}}] {{text}}\n{{/candidates}}", PAIR, "candidates"))
        .isEqualTo("[A] {{gold}}{{#x}} B\n[B] a & <b>\n");
    assertThat(render("{{first_label}}={{first}};{{second_label}}={{second}}", PAIR, "candidates"))
        .isEqualTo("A={{gold}}{{#x}} B;B=a & <b>");
    assertThat(render("{{response}}", PAIR.alone("q1.ada"), "candidates")).isEqualTo("a & <b>");
  }

  @Test
  void aSectionShowsWhereItsTextIsNotEmpty() {
    String text =
        "{{#reference}}Right: {{reference}}{{/reference}}{{^reference}}none{{/reference}}";
    assertThat(render(text, PAIR, "reference")).isEqualTo("Right: Because.");
    assertThat(render(text, Case.of(item("input", "Why?"), List.of()), "reference"))
        .isEqualTo("none");
    assertThat(render(text, Case.of(item("reference", ""), List.of()), "reference"))
        .isEqualTo("none");
  }

  /** A String has a method length(), and Mustache would call it. */
  @Test
  void insideASectionNamesAreStillTheItems() {
    assertThat(render("{{#reference}}{{length}}{{/reference}}", PAIR, "item", "reference"))
        .isEqualTo("short");
  }

  @Test
  void anAbsentTextOutsideOfItsSectionIsToldWithPromptAndName() {
    Case bare = Case.of(item("input", "Why?"), List.of());
    says(
        () -> render("{{input}} {{reference}}", bare, "item", "reference"),
        "prompt p, block text  {{reference}} has no value for q1[]"
            + "\n  allowed: input, reference"
            + "\n  fix: give the items a field reference, or name it under sees, or take it out of"
            + " the prompt");
  }

  @Test
  void aMisspeltSectionIsAnError() {
    says(
        () -> render("{{#refrence}}x{{/refrence}}", PAIR, "item", "reference"),
        "prompt p, block text  {{refrence}} has no value for q1[q1.bo, q1.ada]"
            + "\n  allowed: input, length, reference"
            + "\n  fix: give the items a field refrence, or name it under sees, or take it out of"
            + " the prompt");
  }

  @Test
  void whatIsNotSeenCannotBeNamed() {
    for (String hidden : List.of("reference", "input", "candidates", "rubric", "first")) {
      String text = "{{#" + hidden + "}}x{{/" + hidden + "}}";
      String[] others = hidden.equals("input") ? new String[] {"context"} : new String[] {"item"};
      assertThatThrownBy(() -> render(text, PAIR, others))
          .hasMessageStartingWith("prompt p, block text  {{" + hidden + "}} has no value");
    }
  }

  @Test
  void whatWasMadeStandsBeforeWhatTheItemBrings() {
    var texts = new TreeMap<String, String>();
    texts.put("reference", "Adapted.");
    texts.put("reviews", "A is better");
    var view =
        new View(
            PAIR, texts, new TreeMap<>(), new TreeMap<>(), sees("reference"), Optional.empty());
    assertThat(text("{{reference}}", view)).isEqualTo("Adapted.");
    assertThatThrownBy(() -> text("{{reviews}}", view)).isInstanceOf(AssizeException.class);
  }

  @Test
  void aCandidateThatVariesGoesByTodaysLabel() {
    var keys = new TreeMap<String, String>();
    keys.put("side", "q1.ada");
    var variables = new TreeMap<String, String>();
    variables.put("persona", "a critic {{x}}");
    var view =
        new View(PAIR, new TreeMap<>(), variables, keys, sees("candidates"), Optional.empty());
    String template = "{{persona}} speaks for {{label_of_side}}";
    assertThat(text(template, view)).isEqualTo("a critic {{x}} speaks for B");
    var other =
        new View(
            PAIR.inOrder(List.of("q1.ada", "q1.bo")),
            view.texts(),
            variables,
            keys,
            view.sees(),
            Optional.empty());
    assertThat(text(template, other)).isEqualTo("a critic {{x}} speaks for A");
  }

  @Test
  void aCandidateOfABatchShowsItsOwnInput() {
    Item other = new Item("q2", "q2", item("input", "How?").fields(), Optional.empty(), sees());
    var batch =
        Case.of(
            new Item("batch", "batch", new TreeMap<>(), Optional.empty(), sees()),
            List.of(
                Candidate.of(ITEM, Party.system("ada"), 0, "x"),
                Candidate.of(other, Party.system("ada"), 0, "y")));
    assertThat(
            render(
                "{{#candidates}}{{input}}-{{text}} {{/candidates}}", batch, "item", "candidates"))
        .isEqualTo("Why?-x How?-y ");
  }

  @Test
  void neighboursOfOneRoleAreOneMessageAndBlankBlocksAreNone() {
    var prompt =
        PromptFile.read(
            "p.yaml",
            """
            prompt: p
            blocks:
              - {id: who, role: system, text: "You judge."}
              - {id: task, text: "Q: {{input}}"}
              - {id: right, text: "{{#reference}}R: {{reference}}{{/reference}}"}
              - {id: end, text: "Go."}
            """);
    Rendered rendered =
        new PromptText()
            .render(
                prompt,
                View.of(
                    Case.of(item("input", "Why?"), List.of()),
                    sees("item", "reference"),
                    Optional.empty()));
    assertThat(rendered.messages())
        .containsExactly(
            new Message(Message.Role.SYSTEM, "You judge."), Message.user("Q: Why?\n\nGo."));
    assertThat(rendered.names()).containsExactly("input", "reference");
  }

  @Test
  void outputAndScaleAreFilledIn() {
    var prompt =
        PromptFile.read(
            "p.yaml",
            """
            prompt: p
            text: "{{scale}} / {{output}}"
            output: {layout: tagged, tag: "[[{}]]", fields: [rationale, verdict]}
            """);
    var levels =
        new Scale.Levels(
            List.of(new Scale.Level("no", 0, "wrong"), new Scale.Level("yes", 1, "right")));
    var view = View.of(PAIR, sees("candidates"), Optional.of(new Wanted.One(levels)));
    assertThat(new PromptText().render(prompt, view).messages().getFirst().text())
        .isEqualTo(
            "no: wrong\nyes: right / First give your reasons. End your answer with your verdict in"
                + " exactly this form: [[no]] or [[yes]].");
  }

  @Test
  void theWordForATieStandsWhereATieMayBeSaid() {
    String text = "Better? {{#tie}}{{tie}} is neither. {{/tie}}{{output}}";
    var scale = new Scale.Preference(new TreeSet<>(PAIR.keys()), true);
    assertThat(text(text, wanting(scale)))
        .isEqualTo("Better? tie is neither. State your verdict clearly: A, B or tie.");
    assertThat(text(text, wanting(new Scale.Preference(scale.keys(), false))))
        .isEqualTo("Better? State your verdict clearly: A or B.");
  }

  private static View wanting(Scale scale) {
    return View.of(PAIR, sees("candidates"), Optional.of(new Wanted.One(scale)));
  }

  @Test
  void templatesThatReachOutAreRefused() {
    String fix =
        "\n  allowed: {{name}}, {{#name}}...{{/name}}, {{^name}}...{{/name}}; names of letters,"
            + " digits, _ and -"
            + "\n  fix: write it out in the block";
    says(() -> file("{{>other}}"), "p.yaml:2:7  found a partial, {{>other}}" + fix);
    says(() -> file("{{input.class}}"), "p.yaml:2:7  found the name \"input.class\"" + fix);
    says(() -> file("{{this}}"), "p.yaml:2:7  found the name \"this\"" + fix);
    says(
        () -> file("{{candidates}}"),
        "p.yaml:2:7  found the candidates outside of a section" + fix);
    says(() -> file("x {{input"), "p.yaml:2:7  found a mark that is not closed: {{input" + fix);
    says(
        () -> file("{{#a}}x"),
        "p.yaml:2:7  this is no template: Section missing close tag 'a' @ line 1"
            + "\n  allowed: {{name}}, {{#name}}...{{/name}}, {{^name}}...{{/name}}"
            + "\n  fix: close every section, and give every mark a name");
  }

  private static Prompt file(String template) {
    return PromptFile.read("p.yaml", "prompt: p\ntext: \"" + template + "\"\n");
  }

  private static String render(String template, Case asked, String... sees) {
    return text(template, View.of(asked, sees(sees), Optional.empty()));
  }

  private static String text(String template, View view) {
    var block = new Prompt.Block("text", Message.Role.USER, template);
    var prompt = new Prompt("p", List.of(block), PromptFile.ANY, Vocabulary.LETTERS);
    return new PromptText()
        .render(prompt, view).messages().stream().map(Message::text).reduce("", String::concat);
  }

  private static TreeSet<String> sees(String... names) {
    return new TreeSet<>(List.of(names));
  }

  private static Item item(String... fields) {
    var map = new TreeMap<String, String>();
    for (int i = 0; i < fields.length; i += 2) map.put(fields[i], fields[i + 1]);
    return Item.of("q1", map);
  }

  private static void says(ThrowingCallable call, String text) {
    assertThatThrownBy(call).isInstanceOf(AssizeException.class).hasMessage(text);
  }
}
