package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.CaseId;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.call.Reply;
import io.assize.core.scale.Outcome;
import io.assize.engine.door.Records;
import io.assize.engine.files.Label;
import io.assize.engine.files.Subject;
import io.assize.judges.run.RecordedReply;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Verdicts that judges gave elsewhere and that stand in a file: parties like any other.
 *
 * <p>A source is the judge's name; where the file kept a verdict for each order, the name, a slash
 * and the keys in the order in which they were shown ({@code GPT-4/i1.a>i1.b}). A verdict of a pair
 * names a system, one of an answer is its grade.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RecordedVerdicts implements Records {

  private final RecordTable table;

  /**
   * Bring recorded verdicts to the cases that they are about. A later row supersedes.
   *
   * @param verdicts rows of files
   * @param cases pairs or single answers
   */
  public RecordedVerdicts(List<Label> verdicts, List<Case> cases) {
    this.table = new RecordTable(cases);
    for (Label l : verdicts) {
      for (Case c : table.about(l.item(), l.subject())) {
        table.put(l.rater().name(), c, l.subject(), new Record(said(l, c)));
      }
    }
  }

  private static Result<Reply.Said> said(Label l, Case c) {
    return l.value()
        .got()
        .map(said -> Result.done(Reply.Said.of(text(said, l.subject(), c))))
        .orElseGet(() -> Result.missing(Why.UNREADABLE, l.rater().name() + " holds no verdict"));
  }

  private static String text(String said, Subject subject, Case c) {
    if (!(subject instanceof Subject.Pair)) return said;
    Outcome outcome =
        said.equals(Label.TIE) ? new Outcome.Tie() : new Outcome.Prefer(RecordTable.key(c, said));
    return RecordedReply.of(outcome, Optional.empty());
  }

  /** Return the names of the judges, without orders. */
  public List<String> judges() {
    return table.judges();
  }

  /** Tell whether the files kept a verdict for each order. */
  public boolean ordered() {
    return table.ordered();
  }

  @Override
  public Optional<Record> find(String source, CaseId on, String question) {
    return table.find(source, on, question);
  }
}
