package io.assize.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assize.core.json.Json;
import io.assize.engine.probe.Effect;
import io.assize.engine.probe.Unit;
import io.assize.measures.Estimate;
import io.assize.report.ProbeReport;
import io.assize.testkit.NeedsData;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order probe on four hundred recorded replies finds the lean that is published with them. */
@NeedsData({"local-judge", "llmbar"})
class LocalJudgeProbeTest {

  @TempDir Path scratch;

  private static double number(Json of, String name) {
    return of.get(name).flatMap(Json::number).orElseThrow().doubleValue();
  }

  @Test
  void orderMovesTheRecordedJudgeAsPublished() throws IOException {
    Json pair =
        Json.parse(Files.readString(SharedData.folder("local-judge").resolve("expected.json")))
            .get("pair")
            .orElseThrow();
    Files.writeString(scratch.resolve("assize.yaml"), LocalJudgeRunTest.yaml());
    var run = new RunFolder(scratch.resolve("lj.run"));
    run.make();
    run.keep(LocalJudgeRunTest.yaml(), scratch.resolve("assize.yaml"));
    Optional<Path> root = Optional.of(SharedData.folder("..").toAbsolutePath().getRoot());
    var choice =
        new Probing.Choice(
            List.of("order", "repeat", "authority"),
            Optional.of("published-pairs"),
            Optional.empty(),
            Optional.empty());
    ProbeReport report;
    try (var open = OpenRun.live(Host.here(), run, scratch.resolve("assize.yaml"), root)) {
      report = new Probing(open, choice).run(Watcher.NONE);
      assertThat(open.execution().wires().count().attempts()).isZero();
    }
    Effect order = report.result().effect("order").orElseThrow();
    var changed = (Estimate.Value) order.changed();
    assertThat(changed.n()).isEqualTo((long) number(pair, "of") / 2).isEqualTo(100);
    assertThat(changed.estimate() * 100).isCloseTo(number(pair, "flips"), within(1e-9));
    double first = number(pair, "shownFirstChosen") / number(pair, "of");
    var shift = (Estimate.Value) order.shift();
    assertThat(shift.estimate()).isCloseTo(first - 0.5, within(1e-12));
    assertThat(shift.interval().orElseThrow().low()).isGreaterThan(0.2);
    assertThat(order.finding()).isEqualTo(Effect.Finding.FOUND);
    assertThat(report.result().unit()).isEqualTo(new Unit.Wins());
    assertThat(report.result().not())
        .extracting(n -> n.probe().name() + ": " + n.why())
        .containsExactly(
            "repeat: the judge's words stand in a file, and it cannot be asked",
            "authority: the judge's words stand in a file, and it cannot be asked");
  }
}
