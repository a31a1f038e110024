package io.assize.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What a test turns, so that a full disk, a network disk and a locked file can be had on any
 * machine.
 *
 * @param maxPages the most pages that the file may have; 0 leaves it to the disk
 * @param busyMillis how long a lock is waited for
 * @param fileSystem the kind of file system that a folder lies on, empty where nothing tells
 */
record Settings(long maxPages, int busyMillis, Function<Path, String> fileSystem) {

  static final Settings USUAL = new Settings(0, 5_000, Settings::typeOf);

  /**
   * Return what holds in this process. The property {@code assize.ledger.maxPages} bounds the file,
   * so that a full disk can be tried through the command.
   */
  static Settings ofThisProcess() {
    return USUAL.withMaxPages(Long.getLong("assize.ledger.maxPages", 0));
  }

  private static String typeOf(Path folder) {
    try {
      // On Linux this is the type that /proc/self/mounts tells.
      return Files.getFileStore(folder).type();
    } catch (IOException | SecurityException e) {
      // Some containers hide the mount that they stand on; then nothing says that it is remote.
      return "";
    }
  }

  Settings withMaxPages(long pages) {
    return new Settings(pages, busyMillis, fileSystem);
  }

  Settings withBusyMillis(int millis) {
    return new Settings(maxPages, millis, fileSystem);
  }

  Settings withFileSystem(String type) {
    return new Settings(maxPages, busyMillis, folder -> type);
  }
}
