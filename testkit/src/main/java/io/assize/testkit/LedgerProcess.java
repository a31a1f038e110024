package io.assize.testkit;

import io.assize.core.call.CallKey;
import io.assize.core.call.Ledger;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A second process that uses a ledger: it appends until it is killed and tells each entry that was
 * acknowledged, or it tells the keys that it reads.
 */
final class LedgerProcess implements AutoCloseable {

  private static final String WRITE = "write";
  private static final String READ = "read";
  private static final int CALLERS = 32;

  private final Process process;
  private final BufferedReader told;

  private LedgerProcess(Process process) {
    this.process = process;
    this.told =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** Start a process that appends calls with numbers from {@code first} on. */
  static LedgerProcess writing(LedgerContract contract, Path file, long seed, int first)
      throws IOException {
    return start(contract, WRITE, file.toString(), seed + "", first + "");
  }

  /** Start a process that tells the keys it finds, then ends. */
  static LedgerProcess reading(LedgerContract contract, Path file) throws IOException {
    return start(contract, READ, file.toString());
  }

  private static LedgerProcess start(LedgerContract contract, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(LedgerProcess.class.getName(), contract.getClass().getName()));
    command.addAll(List.of(arguments));
    return new LedgerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Return the next line that it tells, empty where it ended. */
  Optional<String> next() throws IOException {
    return Optional.ofNullable(told.readLine());
  }

  /** Kill it as {@code kill -9} does, and return what it had told besides. */
  List<String> kill() throws IOException {
    // Process.destroyForcibly would close the pipe, and with it what was told last.
    process.toHandle().destroyForcibly();
    return rest();
  }

  /** Return what it tells until it ends. */
  List<String> rest() throws IOException {
    var lines = new ArrayList<String>();
    for (String line = told.readLine(); line != null; line = told.readLine()) lines.add(line);
    return lines;
  }

  long pid() {
    return process.pid();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    told.close();
  }

  /**
   * Run in the second process.
   *
   * @param arguments the class of the contract's test, what to do, the file, seed and first number
   */
  public static void main(String[] arguments) throws Exception {
    var constructor = Class.forName(arguments[0]).getDeclaredConstructor();
    constructor.setAccessible(true);
    var contract = (LedgerContract) constructor.newInstance();
    Path file = Path.of(arguments[2]);
    if (arguments[1].equals(READ)) {
      try (Ledger ledger = contract.openToRead(file)) {
        for (CallKey key : ledger.keys()) {
          tell(key + " " + ledger.call(key).orElseThrow().reply().size());
        }
      }
    } else {
      append(
          contract.open(file),
          new SeededEntries(Long.parseLong(arguments[3])),
          Integer.parseInt(arguments[4]));
    }
  }

  private static void append(Ledger ledger, SeededEntries entries, int first)
      throws InterruptedException {
    var next = new AtomicInteger(first);
    var callers = new ArrayList<Thread>();
    for (int i = 0; i < CALLERS; i++) {
      // What one of them throws ends it and stands on standard error.
      callers.add(Thread.startVirtualThread(() -> append(ledger, entries, next)));
    }
    for (Thread caller : callers) caller.join();
  }

  private static void append(Ledger ledger, SeededEntries entries, AtomicInteger next) {
    while (true) {
      int number = next.getAndIncrement();
      ledger.append(entries.call(number));
      tell("" + number);
    }
  }

  /** Write a line in one piece, past all buffers: what was told before a kill is in the pipe. */
  private static void tell(String line) {
    try {
      OUT.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the one that reads is gone
    }
  }

  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
}
