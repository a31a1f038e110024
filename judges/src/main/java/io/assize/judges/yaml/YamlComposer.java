package io.assize.judges.yaml;

import io.assize.core.AssizeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Composes one document from events and refuses what hides its meaning. */
final class YamlComposer {

  /** Deeper than any recipe or configuration, and shallow enough for recursion. */
  static final int DEEPEST = 100;

  /** The longest text, in characters. */
  static final int LONGEST = 2_000_000;

  private final String file;
  private final Iterator<Event> events;
  private Event here;

  private YamlComposer(String file, String text) {
    this.file = file;
    var settings = LoadSettings.builder().setLabel(file).setCodePointLimit(LONGEST).build();
    this.events = new Parse(settings).parseString(text).iterator();
    this.here = events.next();
  }

  static YamlNode compose(String file, String text) {
    if (text.length() > LONGEST) {
      throw AssizeException.usage(
          file,
          "the file has " + text.length() + " characters",
          "at most " + LONGEST,
          "put the data into a CSV or JSONL file and name that file here");
    }
    try {
      return new YamlComposer(file, text).document();
    } catch (MarkedYamlEngineException e) {
      String where = e.getProblemMark().map(m -> place(file, m)).orElse(file);
      throw AssizeException.usage(
          where, "this is no YAML: " + e.getProblem(), "", "mend the line, or the one before it");
    } catch (YamlEngineException e) {
      throw AssizeException.usage(
          file, "this is no YAML: " + firstLine(e), "", "save the file as plain text in UTF-8");
    }
  }

  private YamlNode document() {
    here = events.next();
    if (here instanceof StreamEndEvent) throw empty();
    if (here instanceof DocumentStartEvent start && !start.getTags().isEmpty()) {
      throw refused(start, "a tag directive", "remove the line that begins with %");
    }
    here = events.next();
    if (here instanceof ScalarEvent s && s.isPlain() && s.getValue().isEmpty()) throw empty();
    YamlNode root = node("", 0);
    if (!(here instanceof DocumentEndEvent)) throw new IllegalStateException("event " + here);
    here = events.next();
    if (!(here instanceof StreamEndEvent)) {
      throw refused(here, "a second document (---)", "put it into a file of its own");
    }
    return root;
  }

  /** Composes the node that begins here and goes on to the event behind it. */
  private YamlNode node(String path, int depth) {
    Event at = here;
    if (at instanceof AliasEvent alias) {
      throw refused(at, "an alias, *" + alias.getAlias(), "name the part under define: and use:");
    }
    if (depth > DEEPEST) {
      throw AssizeException.usage(
          where(at),
          "this stands deeper than " + DEEPEST + " levels",
          "at most " + DEEPEST + " levels",
          "name inner parts under define: and use them by name");
    }
    if (at instanceof ScalarEvent scalar) {
      plain(at, scalar.getAnchor(), scalar.getTag());
      here = events.next();
      return node(at, path, new Scalar(scalar.getValue(), scalar.isPlain()));
    }
    if (at instanceof CollectionStartEvent start) plain(at, start.getAnchor(), start.getTag());
    here = events.next();
    return switch (at.getEventId()) {
      case SequenceStart -> node(at, path, new YamlNode.Elements(elements(path, depth)));
      case MappingStart -> node(at, path, new YamlNode.Members(members(path, depth)));
      default -> throw new IllegalStateException("event " + at);
    };
  }

  private List<YamlNode> elements(String path, int depth) {
    var elements = new ArrayList<YamlNode>();
    while (here.getEventId() != Event.ID.SequenceEnd) {
      elements.add(node(path + "[" + elements.size() + "]", depth + 1));
    }
    here = events.next();
    return elements;
  }

  private List<YamlNode.Member> members(String path, int depth) {
    var members = new ArrayList<YamlNode.Member>();
    while (here.getEventId() != Event.ID.MappingEnd) {
      Event at = here;
      if (!(at instanceof ScalarEvent) && !(at instanceof AliasEvent)) {
        throw refused(at, "a key that is no word", "write a word before the colon");
      }
      YamlNode key = node(path, depth + 1);
      String name = key.raw();
      if (name.equals("<<")) {
        throw refused(at, "a merge key, <<", "write the keys out, or use define: and use:");
      }
      for (YamlNode.Member earlier : members) {
        if (earlier.name().equals(name)) {
          throw AssizeException.usage(
              key.where(),
              "the key \"" + name + "\" stands twice, first in line " + earlier.key().line(),
              "every key once",
              "remove one of the two, or rename it");
        }
      }
      YamlNode value = node(path.isEmpty() ? name : path + "." + name, depth + 1);
      members.add(new YamlNode.Member(key, value));
    }
    here = events.next();
    return members;
  }

  private void plain(Event at, Optional<Anchor> anchor, Optional<String> tag) {
    if (anchor.isPresent()) {
      throw refused(
          at, "an anchor, &" + anchor.get(), "name the part under define: and use it by use:");
    }
    if (tag.isPresent()) {
      throw refused(at, "a tag, " + tag.get(), "remove it; quote a text that looks like a number");
    }
  }

  private YamlNode node(Event at, String path, YamlNode.Content content) {
    Mark mark = at.getStartMark().orElseThrow();
    return new YamlNode(file, mark.getLine() + 1, mark.getColumn() + 1, path, content);
  }

  private AssizeException refused(Event at, String what, String fix) {
    return AssizeException.usage(
        where(at),
        "found " + what,
        "plain maps, lists and words; no anchors, aliases, tags or merge keys",
        fix);
  }

  private AssizeException empty() {
    return AssizeException.usage(file, "the file is empty", "", "write at least one key: value");
  }

  private String where(Event at) {
    return at.getStartMark().map(m -> place(file, m)).orElse(file);
  }

  private static String place(String file, Mark mark) {
    return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
  }
}
