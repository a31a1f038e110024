package io.assize.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.AssizeException;
import io.assize.testkit.NeedsData;
import io.assize.testkit.NeedsPython;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 of the command in the middle, with a real model behind a real server. */
@Tag("e2e")
@NeedsPython
@NeedsData("llmbar")
class KillRealModelTest {

  private static final int ITEMS = 6;
  private static final int CALLS = 4 * 2 * ITEMS;

  @TempDir Path folder;

  /** While the ledger is being made it is none yet. */
  private static int soFar(LlmBarRun run) {
    try {
      return run.kept("killed.run").size();
    } catch (AssizeException e) {
      return 0;
    }
  }

  @Test
  void whatIsResumedHasTheKeysOfAnUninterruptedRunAndReplaysToItsReport()
      throws IOException, InterruptedException {
    var run = new LlmBarRun(folder, ITEMS);
    try (var served = LocalModel.serve("smollm2", folder)) {
      run.configure(served.model());
      Process child = run.start("run", "assize.yaml", "--to", "killed.run");
      while (child.isAlive() && soFar(run) < CALLS / 3) Thread.sleep(20);
      assertThat(child.isAlive()).as("killed in the middle").isTrue();
      child.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
      var kept = run.kept("killed.run");
      assertThat(kept).hasSizeBetween(CALLS / 3, CALLS - 1);

      var resumed = run.type("resume", "killed.run", "--format", "json");
      assertThat(resumed.code()).as(resumed.err()).isZero();
      assertThat(run.kept("killed.run")).containsAll(kept).hasSize(CALLS);

      var whole = run.type("run", "assize.yaml", "--to", "whole.run", "--format", "json");
      assertThat(whole.code()).as(whole.err()).isZero();
      assertThat(run.kept("killed.run")).isEqualTo(run.kept("whole.run"));

      var replayed = run.type("replay", "killed.run", "--format", "json");
      assertThat(replayed.results()).isEqualTo(resumed.results());
    }
  }
}
