package io.assize.engine.run;

import io.assize.core.call.Ledger;
import io.assize.core.call.Model;
import io.assize.engine.door.Records;
import io.assize.engine.door.Reuse;
import io.assize.engine.door.Schedule;
import io.assize.engine.door.Wires;
import io.assize.judges.reading.ReplyReader;
import io.assize.judges.run.Bench;
import io.assize.judges.run.CustomJudges;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all sessions of a run share.
 *
 * @param ledger of the run
 * @param models who can be asked
 * @param live whether anything may go out
 * @param schedule how work is done
 * @param reuse calls of other runs
 * @param wires how calls go out
 * @param seed of the run
 */
record Sittings(
    Ledger ledger,
    ModelSource models,
    boolean live,
    Schedule schedule,
    Reuse reuse,
    Wires wires,
    long seed) {

  /** Return those who can be asked: models that were opened, or what is known of them. */
  Roster roster(SortedMap<String, Model> opened) {
    return live ? Roster.live(opened, ledger, reuse) : recorded();
  }

  /** Return what the run knows of its models. */
  Roster recorded() {
    return Roster.recorded(ledger, models.protocols());
  }

  /** Begin a session of recipes. */
  Session of(Roster roster, SortedMap<String, Bench.Seat> seats, Records records) {
    Bench bench = Bench.of(seats, CustomJudges.NONE, new ReplyReader());
    return new Session(ledger, roster, bench, records, reuse, wires, schedule, seed);
  }

  /** Begin a session in which no recipe is run. */
  Session of(Roster roster) {
    return of(roster, new TreeMap<>(), Records.NONE);
  }
}
