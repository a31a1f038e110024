package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.call.Ledger;
import io.assize.engine.door.Reuse;
import io.assize.store.SqliteLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Other runs whose calls may serve one; they are read and never written. */
@API(status = API.Status.EXPERIMENTAL)
public final class Others implements AutoCloseable {

  private final TreeMap<String, Ledger> open = new TreeMap<>();
  private final Reuse reuse;

  /**
   * Open them.
   *
   * @param runs folders of runs
   * @param mine the folder of the run that they serve
   * @throws AssizeException where one is no run, or the run itself
   */
  public Others(Host host, List<Path> runs, RunFolder mine) {
    try {
      for (Path run : runs) {
        RunFolder folder = RunFolder.existing(host.resolve(run));
        if (folder
            .path()
            .toAbsolutePath()
            .normalize()
            .equals(mine.path().toAbsolutePath().normalize())) {
          throw AssizeException.usage(
              "--reuse " + run,
              "is the run itself",
              "another run",
              "leave it out: a run goes on with its own calls");
        }
        open.put(
            String.valueOf(folder.path().getFileName()), SqliteLedger.readOnly(folder.ledger()));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    this.reuse = Reuse.of(open);
  }

  /** Return their calls. */
  public Reuse reuse() {
    return reuse;
  }

  @Override
  public void close() {
    open.values().forEach(Ledger::close);
  }
}
