package io.assize.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Open connections to a ledger's file, and refuse what is none. */
final class Database {

  /** "ASZE": says that a SQLite file is a ledger of ours. */
  static final int APPLICATION = 0x41535A45;

  /** The newest layout that this code knows: 001.sql up to this number are run on a new file. */
  static final int LAYOUT = 1;

  private static final String APPLICATION_OF = "pragma application_id";
  private static final String LAYOUT_OF = "pragma user_version";
  private static final int STEP_MILLIS = 10;

  private static final List<String> REMOTE =
      List.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afs",
          "afpfs",
          "9p",
          "ceph",
          "lustre",
          "glusterfs",
          "beegfs",
          "gpfs",
          "webdav",
          "davfs",
          "fuse.sshfs",
          "fuse.s3fs",
          "fuse.gcsfuse",
          "fuse.rclone",
          "fuse.glusterfs",
          "fuse.davfs2",
          "fuse.ceph-fuse");

  private final Path path;
  private final Settings settings;
  private final Refusal refusal;

  Database(Path path, Settings settings) {
    this.path = path;
    this.settings = settings;
    this.refusal = new Refusal(path);
  }

  /** Open the one connection that writes, and bring an older layout up to date. */
  Connection toWrite() throws SQLException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(path)) throw refusal.notALedger();
    if (!Files.isDirectory(folder)) throw refusal.noFolder(folder);
    check(folder);
    return prepared(connect("rwc"), true);
  }

  /** Open a connection that only reads. The file must be there. */
  Connection toRead() throws SQLException {
    Path folder = path.toAbsolutePath().getParent();
    if (!Files.exists(path)) throw refusal.noSuchFile();
    if (folder == null || Files.isDirectory(path)) throw refusal.notALedger();
    check(folder);
    return prepared(connect(onReadOnlyMedium(folder) ? "ro&immutable=1" : "ro"), false);
  }

  private void check(Path folder) {
    String type = settings.fileSystem().apply(folder);
    if (REMOTE.contains(type)) throw refusal.onNetwork(type);
    // What is no SQLite file, SQLite tells. It must not be looked at here: whoever closes the file
    // drops all locks that this process holds on it, those of SQLite's open connections as well.
  }

  /** A log beside the file cannot be opened there; as nobody can write, none is needed. */
  private boolean onReadOnlyMedium(Path folder) {
    Path log = path.resolveSibling(path.getFileName() + "-wal");
    return !Files.isWritable(folder) && !Files.isWritable(path) && !Files.exists(log);
  }

  private Connection connect(String mode) throws SQLException {
    // Without "file:" the driver would take the question mark as a part of the name.
    String name = path.toUri().getRawPath();
    return DriverManager.getConnection("jdbc:sqlite:file:" + name + "?mode=" + mode);
  }

  private Connection prepared(Connection connection, boolean write) throws SQLException {
    try (Statement s = connection.createStatement()) {
      s.execute("pragma busy_timeout = " + settings.busyMillis());
      if (write) layOut(s);
      else known(s);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void known(Statement s) throws SQLException {
    awaitLayout(s);
    int layout = layout(s);
    if (layout < LAYOUT) throw refusal.older(layout, LAYOUT);
  }

  /** A file is there before its layout is: who makes it is waited for as long as for a lock. */
  private void awaitLayout(Statement s) throws SQLException {
    for (int waited = 0; isEmpty(s); waited += STEP_MILLIS) {
      if (waited >= settings.busyMillis()) throw refusal.empty();
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw refusal.empty();
      }
    }
  }

  /** Return the layout of this ledger, 0 where it is a new file. */
  private int layout(Statement s) throws SQLException {
    int layout = number(s, LAYOUT_OF);
    if (number(s, APPLICATION_OF) != APPLICATION && !isEmpty(s)) throw refusal.notALedger();
    if (layout > LAYOUT) throw refusal.newer(layout, LAYOUT);
    return layout;
  }

  private static boolean isEmpty(Statement s) throws SQLException {
    return number(s, APPLICATION_OF) == 0
        && number(s, LAYOUT_OF) == 0
        && number(s, "select count(*) from sqlite_schema") == 0;
  }

  private void layOut(Statement s) throws SQLException {
    layout(s); // before the first write: a file of somebody else stays as it is
    String mode = text(s, "pragma journal_mode = wal");
    if (!mode.equals("wal")) throw refusal.noWriteAhead(mode);
    s.execute("pragma synchronous = full");
    s.execute("pragma fullfsync = on"); // macOS: through the disk's own cache as well
    s.execute("pragma cache_size = -32000"); // the index of the keys stays in memory
    if (settings.maxPages() > 0) s.execute("pragma max_page_count = " + settings.maxPages());
    s.execute("begin immediate");
    try {
      for (int next = layout(s) + 1; next <= LAYOUT; next++) {
        s.executeUpdate(resource("%03d.sql".formatted(next)));
        s.execute("pragma user_version = " + next);
      }
      s.execute("pragma application_id = " + APPLICATION);
      s.execute("commit");
    } catch (SQLException | RuntimeException e) {
      rollBack(s);
      throw e;
    }
  }

  /** Undo what was begun; an error that undid it already is no news. */
  static void rollBack(Statement s) {
    try {
      s.execute("rollback");
    } catch (SQLException e) {
      // "cannot rollback - no transaction is active": SQLite did it itself, for example when full.
    }
  }

  static int number(Statement s, String query) throws SQLException {
    try (ResultSet r = s.executeQuery(query)) {
      return r.next() ? r.getInt(1) : 0;
    }
  }

  static String text(Statement s, String query) throws SQLException {
    try (ResultSet r = s.executeQuery(query)) {
      return r.next() ? r.getString(1) : "";
    }
  }

  private static String resource(String name) throws SQLException {
    try (InputStream in = Database.class.getResourceAsStream(name)) {
      if (in == null) throw new SQLException("no resource " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SQLException("resource " + name, e);
    }
  }
}
