package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.call.Abilities;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.call.Model;
import io.assize.core.call.Protocol;
import io.assize.core.json.Json;
import io.assize.engine.door.Reuse;
import io.assize.engine.door.Target;
import io.assize.judges.run.Bench;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Who can be asked in a run. What was found of a model when it was first asked is kept in the run,
 * so that later and without network it is the same.
 *
 * @param targets by the name that the run knows them by
 * @param seats the same for recipes
 */
@API(status = API.Status.EXPERIMENTAL)
public record Roster(SortedMap<String, Target> targets, SortedMap<String, Bench.Seat> seats) {

  private static final String NOTE = "model/";

  public Roster {
    targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    seats = Collections.unmodifiableSortedMap(new TreeMap<>(seats));
  }

  /**
   * Take models that can be asked. An endpoint whose abilities are not kept yet is asked for them
   * once.
   *
   * @param models by the name that the run knows them by
   * @throws AssizeException where a name stood for another model in this run before
   */
  public static Roster live(SortedMap<String, Model> models, Ledger ledger) {
    return live(models, ledger, Reuse.none());
  }

  /** Take models that can be asked; what another run found of one of them is taken over. */
  public static Roster live(SortedMap<String, Model> models, Ledger ledger, Reuse reuse) {
    var notes = notes(ledger);
    var targets = new TreeMap<String, Target>();
    var seats = new TreeMap<String, Bench.Seat>();
    models.forEach((name, model) -> {
      Json note = notes.get(name);
      Json now = identity(model);
      if (note != null && !same(note, now)) throw changed(name, note, now);
      Optional<Json> elsewhere =
          reuse.note(NOTE + name).map(n -> Json.parse(n.value())).filter(n -> same(n, now));
      if (note == null && elsewhere.isPresent()) {
        note = elsewhere.get();
        ledger.append(new Entry.Note(NOTE + name, note.canonical()));
      }
      if (note == null) {
        note =
            Json.object()
                .putAll(now)
                .put("revision", model.revision().map(Json::of))
                .put("abilities", json(model.abilities()))
                .build();
        ledger.append(new Entry.Note(NOTE + name, note.canonical()));
      }
      targets.put(
          name,
          new Target(model.protocol(), model.name(), text(note, "revision"), Optional.of(model)));
      seats.put(name, new Bench.Seat(name, abilities(note)));
    });
    return new Roster(targets, seats);
  }

  /**
   * Take the models that a run was made with, to read their replies and ask nothing.
   *
   * @param protocols every protocol by its name
   */
  public static Roster recorded(Ledger ledger, SortedMap<String, Protocol> protocols) {
    var targets = new TreeMap<String, Target>();
    var seats = new TreeMap<String, Bench.Seat>();
    notes(ledger)
        .forEach((name, note) -> {
          String protocol = text(note, "protocol").orElse("");
          Protocol by = protocols.get(protocol);
          if (by == null) {
            throw AssizeException.usage(
                "model \"" + name + "\"",
                "was spoken to by \"" + protocol + "\"",
                String.join(", ", protocols.keySet()),
                "use the version of Assize that made this run");
          }
          targets.put(
              name,
              new Target(
                  by, text(note, "model").orElse(""), text(note, "revision"), Optional.empty()));
          seats.put(name, new Bench.Seat(name, abilities(note)));
        });
    return new Roster(targets, seats);
  }

  private static SortedMap<String, Json> notes(Ledger ledger) {
    var notes = new TreeMap<String, Json>();
    ledger.events(entry -> {
      if (entry instanceof Entry.Note n && n.name().startsWith(NOTE)) {
        notes.put(n.name().substring(NOTE.length()), Json.parse(n.value()));
      }
    });
    return notes;
  }

  private static Json identity(Model model) {
    return Json.object()
        .put("protocol", model.protocol().name())
        .put("model", model.name())
        .build();
  }

  private static boolean same(Json note, Json now) {
    return text(note, "protocol").equals(text(now, "protocol"))
        && text(note, "model").equals(text(now, "model"));
  }

  private static AssizeException changed(String name, Json note, Json now) {
    return AssizeException.usage(
        "model \"" + name + "\"",
        "is "
            + text(now, "model").orElse("")
            + ", this run was made with "
            + text(note, "model").orElse(""),
        "the same model for all of a run",
        "keep this run and begin another: --to NAME.run");
  }

  private static Optional<String> text(Json note, String member) {
    return note.get(member).flatMap(Json::text);
  }

  private static Json json(Abilities a) {
    return Json.object()
        .put("topTokens", a.topTokens())
        .put("schema", a.schema())
        .put("seed", a.seed())
        .put("choices", a.choices())
        .put("score", a.score())
        .build();
  }

  private static Abilities abilities(Json note) {
    Json a = note.get("abilities").orElse(Json.object().build());
    return new Abilities(
        a.get("topTokens").flatMap(Json::number).map(n -> n.intValue()).orElse(0),
        flag(a, "schema"),
        flag(a, "seed"),
        flag(a, "choices"),
        flag(a, "score"));
  }

  private static boolean flag(Json a, String name) {
    return a.get(name).flatMap(Json::bool).orElse(false);
  }
}
