package io.assize.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assize.core.AssizeException;
import io.assize.core.AssizeException.Fault;
import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Usage;
import io.assize.core.json.Hash;
import io.assize.testkit.NeedsPython;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the way of a ledger is told in words: where, what was found, what to do. */
class SqliteLedgerRefusalTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("answers.run");
  }

  private static void refused(ThrowingCallable attempt, Fault fault, String message) {
    AssizeException told = catchThrowableOfType(AssizeException.class, attempt);
    assertThat(told).hasMessage(message);
    assertThat(told.fault()).isEqualTo(fault);
  }

  private void sql(String... statements) throws SQLException {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement s = c.createStatement()) {
      for (String statement : statements) s.execute(statement);
    }
  }

  private static Entry.Call call(int number, int replyBytes) {
    byte[] reply = new byte[replyBytes];
    new Random(number).nextBytes(reply);
    var bytes = Entry.Bytes.of(reply);
    var origin = new Entry.Origin("lambda", 0, 0, 1, Usage.UNKNOWN, false);
    return new Entry.Call(
        new CallKey(Hash.of("" + number), List.of()), "p", "m", bytes, bytes, origin);
  }

  @Test
  void aTextFileIsNoLedgerAndStaysAsItIs() throws IOException {
    Files.writeString(file(), "{\"call\":\"a recording, not a ledger\"}\n");
    String message =
        file()
            + "  is not an Assize ledger\n"
            + "  allowed: a run that Assize made, or a name that is not taken yet\n"
            + "  fix: name another file with --to NAME.run";
    refused(() -> SqliteLedger.open(file()), Fault.USAGE, message);
    refused(() -> SqliteLedger.readOnly(file()), Fault.USAGE, message);
    assertThat(file()).hasContent("{\"call\":\"a recording, not a ledger\"}");
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(file()));
  }

  @Test
  void anotherProgramsDatabaseIsNoLedgerAndStaysAsItIs() throws Exception {
    sql("pragma application_id = 252006673", "pragma user_version = 3", "create table t (x)");
    byte[] before = Files.readAllBytes(file());
    String message =
        file()
            + "  is not an Assize ledger\n"
            + "  allowed: a run that Assize made, or a name that is not taken yet\n"
            + "  fix: name another file with --to NAME.run";
    refused(() -> SqliteLedger.open(file()), Fault.USAGE, message);
    refused(() -> SqliteLedger.readOnly(file()), Fault.USAGE, message);
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void aDatabaseWithTablesAndNoApplicationIsNoLedger() throws Exception {
    sql("create table t (x)");
    refused(
        () -> SqliteLedger.open(file()),
        Fault.USAGE,
        file()
            + "  is not an Assize ledger\n"
            + "  allowed: a run that Assize made, or a name that is not taken yet\n"
            + "  fix: name another file with --to NAME.run");
  }

  @Test
  void aFolderIsNoLedger() {
    refused(
        () -> SqliteLedger.open(folder),
        Fault.USAGE,
        folder
            + "  is not an Assize ledger\n"
            + "  allowed: a run that Assize made, or a name that is not taken yet\n"
            + "  fix: name another file with --to NAME.run");
  }

  @Test
  void anEmptyFileBecomesALedger() throws IOException {
    Files.createFile(file());
    try (var ledger = SqliteLedger.open(file())) {
      assertThat(ledger.append(call(1, 10))).isTrue();
    }
  }

  @Test
  void aNewerLedgerIsToldByItsLayout() throws Exception {
    SqliteLedger.open(file()).close();
    sql("pragma user_version = 7");
    String message =
        file()
            + "  was made by a newer Assize: its layout is 7, this one knows up to 1\n"
            + "  fix: use the newer Assize";
    refused(() -> SqliteLedger.open(file()), Fault.ENVIRONMENT, message);
    refused(() -> SqliteLedger.readOnly(file()), Fault.ENVIRONMENT, message);
  }

  @Test
  void anOlderLedgerIsNotReadBeforeItIsBroughtUpToDate() throws Exception {
    SqliteLedger.open(file()).close();
    sql("pragma user_version = 0");
    refused(
        () -> SqliteLedger.readOnly(file()),
        Fault.ENVIRONMENT,
        file()
            + "  was made by an older Assize: its layout is 0, this one reads 1\n"
            + "  fix: open it once to write, with assize resume: that brings it up to date");
  }

  @Test
  void aLedgerInTheMakingIsWaitedFor() throws Exception {
    Files.createFile(file());
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<SortedSet<CallKey>> read =
          readers.submit(() -> {
            try (var ledger = SqliteLedger.readOnly(file())) {
              return ledger.keys();
            }
          });
      Thread.sleep(200);
      assertThat(read.state()).as("it waits").isEqualTo(Future.State.RUNNING);
      try (var ledger = SqliteLedger.open(file())) {
        assertThat(read.get()).isEmpty();
        assertThat(ledger.append(call(1, 10))).isTrue();
      }
    }
  }

  @Test
  void aLedgerThatNobodyWentOnToMakeIsNoOlderOne() throws IOException {
    Files.createFile(file());
    Settings hurried = Settings.USUAL.withBusyMillis(50);
    refused(
        () -> SqliteLedger.readOnly(file(), hurried),
        Fault.ENVIRONMENT,
        file()
            + "  holds nothing yet: whoever makes it has not come to its layout, or was stopped"
            + " before\n"
            + "  fix: wait until it has begun, or give the command that makes it again");
    SqliteLedger.open(file()).close();
    SqliteLedger.readOnly(file(), hurried).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"})
  void aNetworkFileSystemIsRefused(String type) {
    Settings settings = Settings.USUAL.withFileSystem(type);
    refused(
        () -> SqliteLedger.open(file(), settings),
        Fault.ENVIRONMENT,
        file()
            + "  lies on a network file system ("
            + type
            + "), where the locks of SQLite do not hold\n"
            + "  fix: keep the run on a local disk with --to, and copy it when it is done");
    assertThat(file()).doesNotExist();
  }

  @Test
  void thisFoldersOwnFileSystemIsKnown() {
    assertThat(Settings.USUAL.fileSystem().apply(folder)).isNotBlank();
    assertThat(Settings.USUAL.fileSystem().apply(folder.resolve("none"))).isEmpty();
  }

  @Test
  void aMissingFolderAndAMissingFileAreTold() {
    Path deep = folder.resolve("no/answers.run");
    refused(
        () -> SqliteLedger.open(deep),
        Fault.USAGE,
        deep
            + "  folder "
            + folder.resolve("no")
            + " does not exist\n  fix: make it, or name another with --to");
    refused(
        () -> SqliteLedger.readOnly(file()),
        Fault.USAGE,
        file() + "  does not exist\n  fix: give the name of a run that was made");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSecondRunIsRefusedByTheNumberOfTheFirst() {
    try (var first = SqliteLedger.open(file())) {
      Owner me = Owner.thisProcess();
      refused(
          () -> SqliteLedger.open(file()),
          Fault.ENVIRONMENT,
          file()
              + "  is in use by process "
              + ProcessHandle.current().pid()
              + " on "
              + me.host()
              + "\n  fix: wait until it ends, or stop it;"
              + " one run writes to a ledger at a time, any number may read");
      assertThat(first.append(call(1, 10))).as("the first goes on").isTrue();
    }
    SqliteLedger.open(file()).close();
  }

  @Test
  void theNameOfAProcessThatIsGoneIsTakenOver() throws Exception {
    SqliteLedger.open(file()).close();
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Owner me = Owner.thisProcess();
    enter(new Owner(ended.pid(), me.host(), 1));
    SqliteLedger.open(file()).close();
    // Its number was given again: this process has it now, but began at another time.
    enter(new Owner(me.pid(), me.host(), me.started() - 1));
    try (var ledger = SqliteLedger.open(file())) {
      assertThat(ledger.append(call(1, 10))).isTrue();
    }
  }

  @Test
  void anotherHostsNameIsTakenOverOnlyWhenNobodyHasTheFileOpen() throws Exception {
    SqliteLedger.open(file()).close();
    enter(new Owner(17, "another-host", 1));
    try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement s = open.createStatement()) {
      Database.number(s, "select count(*) from call");
      refused(
          () -> SqliteLedger.open(file(), Settings.USUAL.withBusyMillis(50)),
          Fault.ENVIRONMENT,
          file()
              + "  is in use by process 17 on another-host\n"
              + "  fix: wait until it ends, or stop it;"
              + " one run writes to a ledger at a time, any number may read");
    }
    try (var ledger = SqliteLedger.open(file())) {
      assertThat(ledger.append(call(1, 10))).isTrue();
    }
  }

  private void enter(Owner owner) throws SQLException {
    sql(
        "insert into owner values (1, %d, '%s', %d)"
            .formatted(owner.pid(), owner.host(), owner.started()));
  }

  @Test
  void aLockedFileIsTold() throws Exception {
    SqliteLedger.open(file()).close();
    Settings hurried = Settings.USUAL.withBusyMillis(50);
    String message =
        file()
            + "  is locked by another program\n"
            + "  fix: close what has it open (a database browser, a backup, a sync client)"
            + " and give the same command again";
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement s = c.createStatement()) {
      s.execute("pragma locking_mode = exclusive");
      s.execute("begin exclusive");
      refused(() -> SqliteLedger.open(file(), hurried), Fault.ENVIRONMENT, message);
      refused(() -> SqliteLedger.readOnly(file(), hurried), Fault.ENVIRONMENT, message);
    }
    SqliteLedger.open(file(), hurried).close();
  }

  /** Locks of one process never stand in its own way as those of another one do. */
  @Test
  void aFileThatAnotherProcessLockedIsTold() throws Exception {
    try (var ledger = SqliteLedger.open(file())) {
      ledger.append(call(1, 10));
    }
    Settings hurried = Settings.USUAL.withBusyMillis(50);
    String message =
        file()
            + "  is locked by another program\n"
            + "  fix: close what has it open (a database browser, a backup, a sync client)"
            + " and give the same command again";
    Process other = locking();
    try (var told = other.inputReader(StandardCharsets.US_ASCII)) {
      assertThat(told.readLine()).isEqualTo("locked");
      refused(() -> SqliteLedger.open(file(), hurried), Fault.ENVIRONMENT, message);
      refused(() -> SqliteLedger.readOnly(file(), hurried), Fault.ENVIRONMENT, message);
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (var ledger = SqliteLedger.open(file(), hurried)) {
      assertThat(ledger.append(call(1, 10))).as("it is whole").isFalse();
    }
  }

  private Process locking() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Locking.class.getName(),
            file().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Another program, which locks a file until it is ended. */
  static final class Locking {
    public static void main(String[] arguments) throws Exception {
      try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
          Statement s = c.createStatement()) {
        s.execute("pragma locking_mode = exclusive");
        s.execute("begin exclusive");
        System.out.println("locked");
        Thread.sleep(Duration.ofMinutes(5));
      }
    }
  }

  @Test
  @NeedsPython
  void aProgramThatLooksAtTheFileTakesNothingFromTheOneThatWrites() throws Exception {
    try (var writing = SqliteLedger.open(file())) {
      writing.append(call(1, 100));
      // A connection that reads, beside the one that writes.
      assertThat(writing.call(call(1, 100).key())).isPresent();

      assertThat(ForeignProcess.looksAt(file())).isZero();

      // The last one to close a file removes its log: the other was not the last.
      assertThat(folder.resolve("answers.run-wal")).exists();
      writing.append(call(2, 100));
      try (var reading = SqliteLedger.readOnly(file())) {
        assertThat(reading.keys()).hasSize(2);
      }
    }
  }

  @Test
  void aFullDiskIsToldAndLosesNothingThatWasAcknowledged() {
    int kept = 0;
    try (var ledger = SqliteLedger.open(file(), Settings.USUAL.withMaxPages(40))) {
      while (kept < 1_000) {
        int next = kept;
        try {
          ledger.append(call(next, 3_000));
          kept++;
        } catch (AssizeException full) {
          refused(
              () -> ledger.append(call(next, 3_000)),
              Fault.ENVIRONMENT,
              file()
                  + "  the disk is full: the last replies could not be kept\n"
                  + "  fix: free some space and give the same command again;"
                  + " what was kept is not asked again");
          break;
        }
      }
      assertThat(kept).isBetween(5, 100);
      assertThat(ledger.keys()).as("it can still be read").hasSize(kept);
    }
    try (var ledger = SqliteLedger.open(file())) {
      assertThat(ledger.keys()).hasSize(kept);
      for (int i = 0; i < kept; i++) assertThat(ledger.append(call(i, 3_000))).isFalse();
      assertThat(ledger.append(call(kept, 3_000))).isTrue();
    }
  }

  @Test
  void aReadOnlyFolderIsTold() throws IOException {
    // Root may write everywhere but where the file system itself refuses.
    boolean root = "root".equals(System.getProperty("user.name"));
    Path closed = root ? Path.of("/proc/self") : Files.createDirectory(folder.resolve("closed"));
    if (!root) assertThat(closed.toFile().setWritable(false)).isTrue();
    Path there = closed.resolve("answers.run");
    refused(
        () -> SqliteLedger.open(there),
        Fault.ENVIRONMENT,
        there
            + "  cannot be written: folder "
            + closed
            + " is read-only\n"
            + "  fix: change its permissions, or write elsewhere with --to");
  }

  @Test
  void aDamagedCallIsToldByItsKey() throws Exception {
    Entry.Call call = call(1, 10);
    try (var ledger = SqliteLedger.open(file())) {
      ledger.append(call);
    }
    sql("update call set content = x'09ff'");
    try (var ledger = SqliteLedger.readOnly(file())) {
      refused(
          () -> ledger.call(call.key()),
          Fault.ENVIRONMENT,
          file()
              + "  is damaged: call "
              + call.key()
              + ": packed in the unknown way 9\n  fix: restore it from a copy");
    }
  }

  @Test
  void whatIsClosedSaysSo() {
    var ledger = SqliteLedger.open(file());
    ledger.close();
    assertThatThrownBy(ledger::keys)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the ledger is closed");
    assertThatThrownBy(() -> ledger.append(call(1, 10))).hasMessage("the ledger is closed");
    var read = SqliteLedger.readOnly(file());
    assertThatThrownBy(() -> read.append(call(1, 10))).hasMessage(file() + " was opened to read");
    read.close();
  }
}
