package io.assize.cli;

import io.assize.core.AssizeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * The list of commands: first those that a newcomer needs, the others in a line each below.
 *
 * <p>Help of the whole program is stored, since what a newcomer types first should not wait: the
 * library that reads commands is made for Java 5, so its classes are verified at each start anew. A
 * test holds the stored text to what the commands say.
 */
final class Help {

  private static final List<String> FIRST =
      List.of("demo", "judge", "label", "probe", "compare", "agree", "report", "doctor");

  private Help() {}

  /** Tell whether nothing but the whole program's help is asked for. */
  static boolean isAskedFor(String... args) {
    return args.length == 0 || (args.length == 1 && List.of("--help", "-h").contains(args[0]));
  }

  /** Return the whole program's help. */
  static String stored() {
    try (InputStream in = Help.class.getResourceAsStream("help.txt")) {
      if (in == null) throw new IOException("no resource help.txt");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw AssizeException.defect("the help cannot be read", e);
    }
  }

  static String commands(CommandLine.Help help) {
    Map<String, CommandLine> all = help.commandSpec().subcommands();
    if (all.isEmpty()) return "";
    var text = new StringBuilder("%nStart here:%n".formatted());
    FIRST.forEach(name -> line(text, name, all.get(name)));
    text.append("%nAlso:%n".formatted());
    all.forEach((name, command) -> {
      if (!FIRST.contains(name)) line(text, name, command);
    });
    return text.toString();
  }

  private static void line(
      StringBuilder text, String name, @org.jspecify.annotations.Nullable CommandLine command) {
    if (command == null) return;
    String[] description = command.getCommandSpec().usageMessage().description();
    text.append("  %-9s %s%n".formatted(name, description.length == 0 ? "" : description[0]));
  }
}
