package io.assize.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a run is kept, and whose calls it may take.
 *
 * @param to folder of the run; beside the file where it is not said
 * @param reuse folders of other runs
 */
record Keeping(Optional<Path> to, List<Path> reuse) {

  Keeping {
    reuse = List.copyOf(reuse);
  }

  Keeping withTo(Path run) {
    return new Keeping(Optional.of(run), reuse);
  }

  Keeping withReuse(Path run) {
    var more = new ArrayList<>(reuse);
    more.add(run);
    return new Keeping(to, more);
  }
}
