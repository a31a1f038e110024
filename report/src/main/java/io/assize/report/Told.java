package io.assize.report;

import io.assize.engine.trial.PairResult;
import io.assize.engine.trial.RunResult;
import io.assize.measures.Estimate;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a screen says, in its parts: a page says it in the same words.
 *
 * @param title heading of the answer
 * @param answer in sentences, the shortest first
 * @param card points of the judge's card, in order
 * @param believed the verdict on the judge, in sentences
 * @param looks cases that are worth a look
 */
@API(status = API.Status.EXPERIMENTAL)
public record Told(
    String title,
    List<String> answer,
    List<Point> card,
    List<String> believed,
    List<PairResult.Look> looks) {

  public Told {
    answer = List.copyOf(answer);
    card = List.copyOf(card);
    believed = List.copyOf(believed);
    looks = List.copyOf(looks);
  }

  /**
   * One point of a card.
   *
   * @param name what it is about; empty where it goes on with the one before
   * @param says what is said of it
   * @param shows the state of the cases behind it: a name of {@code CaseFlag}, else empty
   * @param of the numbers that are said, with how they came about
   */
  public record Point(String name, String says, String shows, List<Estimate> of) {
    public Point {
      of = List.copyOf(of);
    }
  }

  /** Return what is said without the spaces that line it up on a screen. */
  public static String plain(String says) {
    return says.strip()
        .replaceAll(" {2,}\\(", " (")
        .replaceAll("^(not measured|-) {2,}", "$1: ")
        .replaceAll(" {2,}", ", ");
  }

  /** Say it. */
  public static Told of(RunResult result, Facts facts) {
    Screen screen = Screens.of(result, facts);
    var body = new Lines();
    screen.body(body);
    var card = new Lines();
    screen.card(card);
    Replied.card(card, result);
    return new Told(
        screen.title(), body.sentences(), card.points(), screen.believed(), screen.looks());
  }
}
