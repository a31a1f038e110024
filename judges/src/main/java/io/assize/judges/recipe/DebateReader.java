package io.assize.judges.recipe;

import io.assize.judges.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code debate}, which is an iterate of speeches: at once, each speaker blind within the
 * round; or in turns, each round one speaker, who hears all that was said.
 */
final class DebateReader {

  private final TreeReader trees;
  private final Places places;

  DebateReader(TreeReader trees, Places places) {
    this.trees = trees;
    this.places = places;
  }

  Recipe.Iterate read(YamlNode node, Above above) {
    YamlNode c = node.need("debate").only(Words.of("debate"));
    String name = c.get("name").map(TreeReader::made).orElse("transcript");
    int rounds = c.need("rounds").integer(1, 100);
    boolean turns =
        c.get("order")
            .map(o -> o.oneOf(List.of("at-once", "in-turns")))
            .orElse("at-once")
            .equals("in-turns");
    YamlNode.Member who =
        TreeReader.single(
            c.need("speakers"), "one dimension: {side: candidates} or {speaker: [pro, con]}");
    Values speakers = ValuesReader.read(c, who, above);
    Above inside = above.making(name).varying(ShapeRules.ROUND);
    Recipe step = turns ? inTurns(c, who, speakers, inside) : atOnce(c, who, speakers, inside);
    int most = turns ? rounds * ((Values.Listed) speakers).values().size() : rounds;
    Recipe body = trees.read(node.need("then"), above.making(name));
    return new Recipe.Iterate(most, Until.NEVER, Keep.APPEND, name, places.put(step, c), body);
  }

  private Recipe atOnce(YamlNode c, YamlNode.Member who, Values speakers, Above inside) {
    Above speaking =
        speakers instanceof Values.Keys ? inside.taking(who.name()) : inside.varying(who.name());
    Recipe speech = trees.read(c.need("speech"), speaking);
    return new Recipe.Vary(who.name(), speakers, speech, Optional.empty());
  }

  private Recipe inTurns(YamlNode c, YamlNode.Member who, Values speakers, Above inside) {
    if (!(speakers instanceof Values.Listed listed)) {
      throw who.value()
          .problem(
              "speakers in turns are known by name before there is a case",
              "a list of speakers: {" + who.name() + ": [pro, con]}",
              "list the speakers, or write order: at-once");
    }
    var branches = new TreeMap<String, Recipe>();
    for (String speaker : listed.values()) {
      Recipe speech = trees.read(c.need("speech"), inside.varying(who.name()));
      var alone = new Values.Listed(List.of(speaker));
      Recipe turn = new Recipe.Vary(who.name(), alone, speech, Optional.empty());
      branches.put("" + branches.size(), places.put(turn, c.need("speech")));
    }
    return new Recipe.Choose(new Selector.Round(), branches);
  }
}
