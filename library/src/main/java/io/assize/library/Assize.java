package io.assize.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Judge the outputs of language models from Java, as {@code assize judge} does.
 *
 * <pre>{@code
 * Run run = Assize.judge(Path.of("answers.csv"))
 *     .by("http://127.0.0.1:8080/v1")
 *     .rubric("Correct by the reference, complete, invents nothing.")
 *     .run();
 * System.out.println(run.screen());
 * }</pre>
 *
 * <p>A run is a folder. Every request and reply is written there before it is used, so that the
 * same program goes on where it stopped and asks nothing twice, and {@code assize replay} and
 * {@code assize show} read it.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Assize {

  private Assize() {}

  /**
   * Judge the answers in files: CSV, TSV, JSONL, JSON, a folder, promptfoo or Inspect results.
   *
   * @param file with items and answers; the run is saved beside it unless told otherwise
   * @param more files that are joined with it by id
   */
  public static Judging judge(Path file, Path... more) {
    List<Path> files = Stream.concat(Stream.of(file), Stream.of(more)).toList();
    return Judging.of(Host.here(), Material.of(files, List.of()), Optional.empty());
  }

  /**
   * Judge answers that the program has, or items that functions answer.
   *
   * @param answers items, with answers where there are any; at least one
   * @param run folder in which all of it is kept; its name usually ends in {@code .run}
   */
  public static Judging judge(List<Answers> answers, Path run) {
    return Judging.of(Host.here(), Material.of(List.of(), answers), Optional.of(run));
  }

  /**
   * Compute a run's figures again from what was recorded. Nothing is asked.
   *
   * @param run folder of the run, whose files lie beneath the folder around it
   * @throws io.assize.core.AssizeException where it is no run, or its files are not there any more
   */
  public static Run replay(Path run) {
    return Run.replay(Host.here(), run, Optional.empty());
  }
}
