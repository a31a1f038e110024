package io.assize.library;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Where runs happen: nothing is read from the process itself.
 *
 * @param folder that paths are relative to, and by which files are named in reports
 * @param environment variables: keys, the user's own configuration
 * @param clock tells the time
 */
@API(status = API.Status.EXPERIMENTAL)
public record Host(Path folder, SortedMap<String, String> environment, InstantSource clock) {

  public Host {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /** Return the folder of this process, its environment and its clock. */
  public static Host here() {
    return new Host(
        Path.of("").toAbsolutePath(), new TreeMap<>(System.getenv()), InstantSource.system());
  }

  /** Return a path as it is meant from here. */
  public Path resolve(Path path) {
    return folder.resolve(path).normalize();
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }
}
