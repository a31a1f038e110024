package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.report.Safe;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The whole program: commands, help and exit codes, in given surroundings. */
final class Cli {

  /** In the order of help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          JudgeCommand.class,
          LabelCommand.class,
          ProbeCommand.class,
          CompareCommand.class,
          AgreeCommand.class,
          DoctorCommand.class,
          RunCommand.class,
          ResumeCommand.class,
          ReplayCommand.class,
          ReportCommand.class,
          ShowCommand.class,
          ExportCommand.class,
          RecipesCommand.class,
          PapersCommand.class,
          ModelsCommand.class,
          SchemaCommand.class);

  private static final String ISSUES = "https://github.com/assize/assize/issues";

  private static final String OUT_OF_MEMORY =
      "the memory that Java may use is full\n"
          + "  fix: give it more, for example: JAVA_TOOL_OPTIONS=-Xmx4g; or judge fewer items by"
          + " --take";

  private final Surroundings surroundings;

  Cli(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Run one command and return its exit code. */
  int run(String... args) {
    if (Help.isAskedFor(args)) {
      surroundings.out().print(Help.stored());
      surroundings.out().flush();
      return 0;
    }
    var root = new Root();
    CommandLine line = line(root, args);
    try {
      return line.execute(args);
    } catch (Error e) {
      return failed(e, List.of(args).contains("--debug"));
    } finally {
      surroundings.out().flush();
    }
  }

  private CommandLine line(Root root, String... args) {
    var line = new CommandLine(root, new WithSurroundings());
    COMMANDS.forEach(type -> add(line, type, List.of(args)));
    line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getHelpSectionMap()
        .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, Help::commands);
    line.setParameterExceptionHandler((e, words) -> wrongWords(e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, root.debug));
    return line;
  }

  /** Return the help that {@link Help#stored} must be. */
  String help() {
    return line(new Root()).getUsageMessage();
  }

  /**
   * Add a command: whole where its name was given, else only what help says of it. Reading the
   * options of all commands by reflection would cost more than all else that help does.
   */
  private void add(CommandLine line, Class<?> type, List<String> words) {
    Command says = Objects.requireNonNull(type.getAnnotation(Command.class));
    if (words.contains(says.name())) {
      line.addSubcommand(new CommandLine(type, new WithSurroundings()));
      return;
    }
    var named = CommandLine.Model.CommandSpec.create().name(says.name());
    named.usageMessage().description(says.description());
    line.addSubcommand(new CommandLine(named));
  }

  /** What stands above all commands. */
  @Command(
      name = "assize",
      description =
          "Judge the output of language models, and know how far the judge can be believed.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND")
  static final class Root implements Runnable {
    @Option(
        names = "--debug",
        scope = ScopeType.INHERIT,
        description = "Show where an error comes from.")
    boolean debug;

    @CommandLine.Spec CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /** Commands get their surroundings when they are made: nothing is read from statics. */
  private final class WithSurroundings implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        var constructor = type.getDeclaredConstructor(Surroundings.class);
        constructor.setAccessible(true);
        return constructor.newInstance(surroundings);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }

  private int wrongWords(ParameterException e) {
    surroundings.err().println(Safe.terminalLines(String.valueOf(e.getMessage())));
    var command = e.getCommandLine();
    var similar = new java.io.StringWriter();
    if (CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(similar))) {
      surroundings.err().print(Safe.terminalLines(similar.toString().stripTrailing()) + "\n");
    }
    surroundings
        .err()
        .println(
            "  fix: " + command.getCommandSpec().qualifiedName() + " --help shows what is allowed");
    return AssizeException.Fault.USAGE.exitCode();
  }

  private int failed(Throwable e, boolean debug) {
    if (debug) e.printStackTrace(surroundings.err());
    if (e instanceof OutOfMemoryError) {
      told(OUT_OF_MEMORY);
      return AssizeException.Fault.ENVIRONMENT.exitCode();
    }
    if (e instanceof AssizeException known && known.fault() != AssizeException.Fault.DEFECT) {
      told(String.valueOf(known.getMessage()));
      return known.fault().exitCode();
    }
    String what = e instanceof AssizeException ? "" : e.getClass().getSimpleName() + ": ";
    told("This is a defect of Assize: " + what + e.getMessage());
    told("  fix: give the same command with --debug, and report what it prints at " + ISSUES);
    return AssizeException.Fault.DEFECT.exitCode();
  }

  private void told(String message) {
    surroundings.err().println(Safe.terminalLines(message));
  }
}
