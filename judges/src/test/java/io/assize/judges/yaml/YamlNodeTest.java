package io.assize.judges.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.AssizeException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class YamlNodeTest {

  private static final String PLAIN =
      "\n  allowed: plain maps, lists and words; no anchors, aliases, tags or merge keys";

  @Test
  void aNodeKnowsItsPlaceAndPath() {
    YamlNode root = YamlNode.parse("a.yaml", "judges:\n  main: {models: [x, y]}\n");
    YamlNode y = root.need("judges").need("main").need("models").list().get(1);
    assertThat(y.where()).isEqualTo("a.yaml:2:22");
    assertThat(y.path()).isEqualTo("judges.main.models[1]");
    assertThat(y.text()).isEqualTo("y");
  }

  @Test
  void plainScalarsFollowTheCoreSchema() {
    YamlNode root =
        YamlNode.parse(
            "a.yaml",
            "{no: no, off: off, n: 1.50, t: true, q: '7', z: ~, e: 1e3, v: 1.2.3, p: .5, o: 0o7}");
    assertThat(root.toJson().canonical())
        .isEqualTo(
            "{\"e\":1000,\"n\":1.5,\"no\":\"no\",\"o\":\"0o7\",\"off\":\"off\",\"p\":0.5,"
                + "\"q\":\"7\",\"t\":true,\"v\":\"1.2.3\",\"z\":null}");
    assertThat(root.need("z").isNull()).isTrue();
    assertThat(root.need("n").text()).isEqualTo("1.50");
  }

  @Test
  void anAnchorIsRefusedWhereItStands() {
    says(
        () -> YamlNode.parse("a.yaml", "a: &x {b: 1}\nc: 2\n"),
        "a.yaml:1:4  found an anchor, &x"
            + PLAIN
            + "\n  fix: name the part under define: and use it by use:");
  }

  @Test
  void anAliasIsRefused() {
    says(
        () -> YamlNode.parse("a.yaml", "c: *x\n"),
        "a.yaml:1:4  found an alias, *x" + PLAIN + "\n  fix: name the part under define: and use:");
  }

  @Test
  void aTagIsRefused() {
    says(
        () -> YamlNode.parse("a.yaml", "c:\n  - !!str 5\n"),
        "a.yaml:2:5  found a tag, tag:yaml.org,2002:str"
            + PLAIN
            + "\n  fix: remove it; quote a text that looks like a number");
  }

  @Test
  void aMergeKeyIsRefused() {
    says(
        () -> YamlNode.parse("a.yaml", "c:\n  <<: {a: 1}\n"),
        "a.yaml:2:3  found a merge key, <<"
            + PLAIN
            + "\n  fix: write the keys out, or use define: and use:");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    says(
        () -> YamlNode.parse("a.yaml", "a: 1\nb: 2\na: 3\n"),
        "a.yaml:3:1  the key \"a\" stands twice, first in line 1"
            + "\n  allowed: every key once"
            + "\n  fix: remove one of the two, or rename it");
  }

  @Test
  void aSecondDocumentIsRefused() {
    says(
        () -> YamlNode.parse("a.yaml", "a: 1\n---\nb: 1\n"),
        "a.yaml:2:1  found a second document (---)"
            + PLAIN
            + "\n  fix: put it into a file of its own");
  }

  @Test
  void brokenAndEmptyFilesAreTold() {
    says(
        () -> YamlNode.parse("a.yaml", "a: [1, 2\nb: 3\n"),
        "a.yaml:2:2  this is no YAML: expected ',' or ']', but got :"
            + "\n  fix: mend the line, or the one before it");
    says(
        () -> YamlNode.parse("a.yaml", "# nothing\n"),
        "a.yaml  the file is empty\n  fix: write at least one key: value");
  }

  @Test
  void deepAndLongFilesAreRefusedAndNotWalked() {
    says(
        () -> YamlNode.parse("a.yaml", "[".repeat(100_000)),
        "a.yaml:1:102  this stands deeper than 100 levels"
            + "\n  allowed: at most 100 levels"
            + "\n  fix: name inner parts under define: and use them by name");
    says(
        () -> YamlNode.parse("a.yaml", "a".repeat(2_000_001)),
        "a.yaml  the file has 2000001 characters"
            + "\n  allowed: at most 2000000"
            + "\n  fix: put the data into a CSV or JSONL file and name that file here");
  }

  @Test
  void anUnknownKeyNamesTheNearestOne() {
    YamlNode root = YamlNode.parse("a.yaml", "judges:\n  main:\n    recipee: x\n");
    says(
        () -> root.need("judges").need("main").only("model", "recipe", "rubric"),
        "a.yaml:3:5  unknown key \"recipee\" in judges.main"
            + "\n  allowed: model, recipe, rubric; nearest is \"recipe\""
            + "\n  fix: write recipe");
    says(
        () -> root.only("items", "systems"),
        "a.yaml:1:1  unknown key \"judges\""
            + "\n  allowed: items, systems"
            + "\n  fix: remove it, or write one of the allowed keys");
  }

  @Test
  void wrongTypesAreTold() {
    YamlNode root = YamlNode.parse("a.yaml", "a: [1]\nb: {c: '5', d: 12, e: warm}\nf:\n");
    says(() -> root.need("a").text(), "a.yaml:1:4  a is a list\n  allowed: a text");
    says(
        () -> root.need("b").need("c").integer(1, 9),
        "a.yaml:2:8  b.c is \"5\"\n  allowed: a whole number from 1 to 9");
    says(
        () -> root.need("b").need("d").integer(1, 9),
        "a.yaml:2:16  b.d is 12\n  allowed: a whole number from 1 to 9");
    says(
        () -> root.need("b").need("d").number(0, 2.5),
        "a.yaml:2:16  b.d is 12\n  allowed: a number from 0 to 2.5");
    says(
        () -> root.need("b").need("d").number(13, Double.POSITIVE_INFINITY),
        "a.yaml:2:16  b.d is 12\n  allowed: a number, at least 13");
    says(
        () -> root.need("b").need("e").oneOf(List.of("cold", "warmer")),
        "a.yaml:2:23  b.e is \"warm\""
            + "\n  allowed: cold, warmer; nearest is \"warmer\""
            + "\n  fix: write warmer");
    says(() -> root.need("f").bool(), "a.yaml:3:3  f is empty\n  allowed: true or false");
    says(
        () -> root.need("b").need("x"),
        "a.yaml:2:4  b has no key \"x\"\n  fix: add a line that begins with x:");
  }

  private static void says(ThrowingCallable call, String text) {
    assertThatThrownBy(call).isInstanceOf(AssizeException.class).hasMessage(text);
  }
}
