package io.assize.store;

import io.assize.core.AssizeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.zip.DataFormatException;
import org.sqlite.SQLiteErrorCode;

/** Say in words why a ledger cannot be opened, read or written. */
final class Refusal {

  private final String where;
  private final Path path;

  Refusal(Path path) {
    this.where = path.toString();
    this.path = path;
  }

  AssizeException noSuchFile() {
    return AssizeException.usage(
        where, "does not exist", "", "give the name of a run that was made");
  }

  AssizeException noFolder(Path folder) {
    return AssizeException.usage(
        where, "folder " + folder + " does not exist", "", "make it, or name another with --to");
  }

  AssizeException notALedger() {
    return AssizeException.usage(
        where,
        "is not an Assize ledger",
        "a run that Assize made, or a name that is not taken yet",
        "name another file with --to NAME.run");
  }

  AssizeException newer(int layout, int known) {
    return AssizeException.environment(
        where,
        "was made by a newer Assize: its layout is " + layout + ", this one knows up to " + known,
        "use the newer Assize");
  }

  AssizeException older(int layout, int known) {
    return AssizeException.environment(
        where,
        "was made by an older Assize: its layout is " + layout + ", this one reads " + known,
        "open it once to write, with assize resume: that brings it up to date");
  }

  AssizeException empty() {
    return AssizeException.environment(
        where,
        "holds nothing yet: whoever makes it has not come to its layout, or was stopped before",
        "wait until it has begun, or give the command that makes it again");
  }

  AssizeException onNetwork(String type) {
    return AssizeException.environment(
        where,
        "lies on a network file system (" + type + "), where the locks of SQLite do not hold",
        "keep the run on a local disk with --to, and copy it when it is done");
  }

  AssizeException inUse(Owner by) {
    return AssizeException.environment(
        where,
        "is in use by process " + by.pid() + " on " + by.host(),
        "wait until it ends, or stop it; one run writes to a ledger at a time, any number may read");
  }

  AssizeException noWriteAhead(String mode) {
    return AssizeException.environment(
        where,
        "cannot keep a write-ahead log here (journal mode stays " + mode + ")",
        "keep the run on a local disk with --to");
  }

  AssizeException damaged(DataFormatException e) {
    return AssizeException.environment(
        where, "is damaged: " + e.getMessage(), "restore it from a copy", e);
  }

  AssizeException of(SQLException e) {
    // The low byte is the kind of error; the others tell more of it.
    return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
      case SQLITE_FULL ->
          AssizeException.environment(
              where,
              "the disk is full: the last replies could not be kept",
              "free some space and give the same command again; what was kept is not asked again",
              e);
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
          AssizeException.environment(
              where,
              "is locked by another program",
              "close what has it open (a database browser, a backup, a sync client)"
                  + " and give the same command again",
              e);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN -> notWritable(e);
      case SQLITE_NOTADB -> notALedger();
      case SQLITE_CORRUPT ->
          AssizeException.environment(
              where, "is damaged: " + detail(e), "restore it from a copy", e);
      case SQLITE_IOERR ->
          AssizeException.environment(
              where, "the disk failed: " + detail(e), "check the disk, then resume the run", e);
      default -> AssizeException.defect(where + "  " + detail(e), e);
    };
  }

  private AssizeException notWritable(SQLException e) {
    Path folder = path.toAbsolutePath().getParent();
    boolean file = Files.exists(path) && !Files.isWritable(path);
    if (!file && folder != null && canWrite(folder)) {
      return AssizeException.environment(
          where, "cannot be opened: " + detail(e), "check its permissions", e);
    }
    return AssizeException.environment(
        where,
        "cannot be written: " + (file ? "the file" : "folder " + folder) + " is read-only",
        "change its permissions, or write elsewhere with --to",
        e);
  }

  /** Tell by trying: for root, the permissions allow what the file system then refuses. */
  private static boolean canWrite(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".assize", ""));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String detail(SQLException e) {
    // "[SQLITE_FULL] Database or disk is full (database or disk is full)"
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).toLowerCase(Locale.ROOT);
  }
}
