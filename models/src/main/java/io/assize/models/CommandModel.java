package io.assize.models;

import io.assize.core.AssizeException.Problem;
import io.assize.core.call.CallFailed;
import io.assize.core.call.CallFailed.Kind;
import io.assize.core.call.Protocol;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.core.json.CanonicalJson;
import io.assize.models.wire.CommandProtocol;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apiguardian.api.API;

/**
 * A program as a system: the item as JSON on standard input, the answer on standard output.
 *
 * <p>It is not run by a shell. It inherits the environment, since it is the user's own program. An
 * exit code other than 0 is no answer. Past the time limit the program and all that it started are
 * killed.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class CommandModel extends OwnModel {

  private final List<String> words;
  private final Settings settings;
  private final Semaphore permits;

  /**
   * How a program is run.
   *
   * @param directory in which it is run
   * @param limit how long one run may take
   * @param atOnce how many runs there may be at once
   * @param largestOutput bytes of standard output that are read at most
   */
  public record Settings(Path directory, Duration limit, int atOnce, int largestOutput) {

    /** One minute a run, two at once, 16 MiB. */
    public static Settings in(Path directory) {
      return new Settings(directory, Duration.ofMinutes(1), 2, 16 * 1024 * 1024);
    }
  }

  /**
   * A program.
   *
   * @param where the command stands, for messages
   * @param command program and arguments, with quotes as in a shell; its text is part of the key
   * @param settings how it is run
   * @param clock for how long it took
   * @throws io.assize.core.AssizeException where the command cannot be cut into words
   */
  public CommandModel(String where, String command, Settings settings, InstantSource clock) {
    super(command, "command `" + command + "`", clock);
    this.words = CommandLine.words(where, command);
    this.settings = settings;
    this.permits = new Semaphore(settings.atOnce(), true);
  }

  @Override
  public Protocol protocol() {
    return new CommandProtocol();
  }

  @Override
  public Wired exchange(Wire wire) throws CallFailed {
    if (!(wire.request() instanceof Request.Execute execute)) {
      throw new IllegalArgumentException("a program is run, not asked " + wire.request());
    }
    byte[] input = (CanonicalJson.write(execute.input()) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      permits.acquire();
      try {
        long began = clock().millis();
        return wired(CommandProtocol.document(run(input)), began);
      } finally {
        permits.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(Kind.UNREACHABLE, "was not waited for: interrupted", "");
    }
  }

  private Reply.Ran run(byte[] input) throws CallFailed, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(words).directory(settings.directory().toFile()).start();
    } catch (IOException e) {
      throw failed(
          Kind.REJECTED,
          "could not be started: " + e.getMessage(),
          "check the program's name, and that it is installed");
    }
    try (var streams = new Streams(process, input, settings.largestOutput())) {
      if (!streams.await(settings.limit())) {
        throw failed(
            Kind.UNREACHABLE,
            "was not done within " + settings.limit().toSeconds() + " s and was killed",
            "allow more time, or see why it hangs");
      }
      if (streams.tooLarge()) {
        throw failed(
            Kind.REJECTED,
            "wrote more than " + settings.largestOutput() + " bytes",
            "write the answer to standard output and nothing else");
      }
      int exit = process.exitValue();
      if (exit != 0) {
        String said = streams.err().isBlank() ? "" : ":\n" + streams.err().strip();
        throw failed(
            Kind.REJECTED,
            "ended with exit code " + exit + said,
            "run it by hand, with the item as JSON on standard input");
      }
      return new Reply.Ran(exit, text(streams.out()), streams.err());
    }
  }

  private String text(byte[] out) throws CallFailed {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out)).toString();
    } catch (CharacterCodingException e) {
      throw failed(Kind.REJECTED, "wrote bytes that are no UTF-8", "write the answer in UTF-8");
    }
  }

  private CallFailed failed(Kind kind, String found, String fix) {
    return new CallFailed(kind, new Problem(endpoint(), found, "", fix).text(), 1);
  }
}
