package io.assize.e2e;

import io.assize.core.call.CallKey;
import io.assize.store.SqliteLedger;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One model that judges the first items of LLMBar's Natural subset in every way that this room
 * tries: grades and pairs in both orders, read from text and from token probabilities.
 *
 * @param folder in which the configuration lies
 * @param items how many, from 1 to 100
 */
record LlmBarRun(Path folder, int items) {

  /** In the order in which they judge. The third asks what the second asked. */
  static final List<String> JUDGES = List.of("grade", "pair", "again", "trust-grade", "trust-pair");

  static Path data() {
    return SharedData.folder("llmbar/items.jsonl").toAbsolutePath().normalize();
  }

  /** Write the configuration: grades from 1 to 5, as the data's own small judge was asked for. */
  void configure(String model) throws IOException {
    Files.writeString(
        folder.resolve("assize.yaml"),
        """
        items: {file: "%s", map: {id: subset+item}, take: %d}
        models:
          local: {model: "%s", in-flight: 2, deadline: 900}
        judges:
          grade: {model: local, recipe: score, parameters: {levels: [1, 2, 3, 4, 5]}}
          pair: {model: local, recipe: pair}
          again: {model: local, recipe: pair}
          trust-grade: {model: local, recipe: trustjudge-score, parameters: {levels: [1, 2, 3, 4, 5]}}
          trust-pair: {model: local, recipe: trustjudge-pair}
        """
            .formatted(data(), items, model));
  }

  /** Type a command on the run; the data lie elsewhere, so it is told that they may. */
  Command.Said type(String... words) throws IOException, InterruptedException {
    return new Command(folder).type(withRoot(words));
  }

  Process start(String... words) throws IOException {
    return new Command(folder)
        .start(folder.resolve("child.log"), folder.resolve("child.err"), withRoot(words));
  }

  private static String[] withRoot(String... words) {
    var all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of("--root", data().getRoot().toString()));
    return all.toArray(String[]::new);
  }

  Path ledger(String run) {
    return folder.resolve(run).resolve("ledger.db");
  }

  /** Return the keys of the calls that a run keeps. */
  SortedSet<CallKey> kept(String run) {
    if (!Files.exists(ledger(run))) return new TreeSet<>();
    try (var open = SqliteLedger.readOnly(ledger(run))) {
      return new TreeSet<>(open.keys());
    }
  }
}
