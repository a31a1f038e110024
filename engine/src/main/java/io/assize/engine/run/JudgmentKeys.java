package io.assize.engine.run;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Exhibit;
import io.assize.core.Item;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.judges.run.Bench;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The keys of judgments: recipe, case, presentation, occasion, and what was learned. */
final class JudgmentKeys {

  // Between "case" and "shown" in the canonical text of a key's content.
  private final String shared;

  /**
   * Make the keys of a job.
   *
   * @param fitted with all that its barriers learned
   */
  JudgmentKeys(Job job, Bench fitted) {
    var learned = Json.object();
    fitted.fits().forEach((name, p) -> learned.put("fit/" + name, Learned.json(p)));
    fitted.rounds().forEach((name, t) -> learned.put("rounds/" + name, Learned.json(t)));
    String members =
        Json.object()
            .put("recipe", job.hash().toString())
            .put("occasion", job.occasion())
            .put("seed", Long.toString(job.seed()))
            .put("reader", Runner.READER_VERSION)
            .put("learned", Hash.of(learned.build()).toString())
            .build()
            .canonical();
    shared = members.substring(1, members.length() - 1);
  }

  /** Written out by hand, in canonical order: there are as many as cases. */
  private Hash of(Case asked) {
    String shown = Json.texts(asked.keys()).canonical();
    return Hash.of("{\"case\":\"" + asked.id() + "\"," + shared + ",\"shown\":" + shown + "}");
  }

  /** Return the keys of cases, in their order. */
  List<Hash> of(List<Case> cases) {
    return cases.parallelStream().map(this::of).toList();
  }

  /**
   * Return the key of all judgments in one piece. It rests on all that the keys of the cases rest
   * on, taken as it is: one sum over everything is several times faster than one for each case.
   */
  String ofAll(List<Case> cases) {
    var texts = new Hash.Texts().add(shared);
    var neighbour = new Neighbour(texts);
    cases.forEach(neighbour::next);
    return "whole/" + texts.hash();
  }

  /** What neighbours share is taken once: their item, and what is shown beside it. */
  private static final class Neighbour {
    private final Hash.Texts texts;
    private @Nullable Item item;
    private SortedMap<String, Exhibit> exhibits = Collections.emptySortedMap();

    Neighbour(Hash.Texts texts) {
      this.texts = texts;
    }

    void next(Case asked) {
      if (!same(asked.item())) {
        item = asked.item();
        add(item);
      }
      if (!asked.exhibits().equals(exhibits)) {
        exhibits = asked.exhibits();
        texts.add("exhibits");
        exhibits.forEach((name, x) -> texts.add(name).add(x.toJson().canonical()));
      }
      texts.add("case");
      asked.factors().forEach((name, value) -> texts.add("factor").add(name).add(value));
      for (Candidate c : asked.candidates()) {
        texts.add(c.key()).add(c.by().name()).add("" + c.sample()).add(c.content().hashed());
        if (c.item() != asked.item() && !c.item().equals(asked.item())) add(c.item());
      }
    }

    /** Different items mostly have different ids: then nothing else is looked at. */
    private boolean same(Item other) {
      if (item == null || other == item) return item != null;
      return other.id().equals(item.id()) && other.equals(item);
    }

    private void add(Item item) {
      texts.add("item").add(item.id()).add(item.root()).add("" + item.fields().size());
      item.fields().forEach((name, text) -> texts.add(name).add(text));
      texts.add(item.rubric().map(r -> "rubric " + r).orElse(""));
    }
  }
}
