package io.assize.library;

import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.call.Reply;
import io.assize.engine.files.DataFile;
import io.assize.engine.run.Execution;
import io.assize.models.wire.Protocols;
import io.assize.report.Facts;
import io.assize.report.JudgeReport;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Brings what a run found into the form that pages and files are made of.
 *
 * @param execution that found it
 * @param ledger that it rests on
 */
@API(status = API.Status.EXPERIMENTAL)
public record Reports(Execution execution, Ledger ledger) {

  /**
   * Return what one judge found, with the labels that it is set against.
   *
   * @param data all that the files hold
   */
  public JudgeReport judge(Execution.Judged judged, Facts facts, DataFile data) {
    return new JudgeReport(
        judged.judge().config().name(),
        judged.result(),
        judged.occasions(),
        execution.gold(judged.judge(), data),
        data.labels(),
        execution.raters(judged, data),
        facts.withDetails(true));
  }

  /** Return the text of a reply, empty where the run keeps none under this key. */
  public Optional<String> reply(CallKey key) {
    return ledger.call(key).flatMap(Reports::text);
  }

  private static Optional<String> text(Entry.Call call) {
    return Protocols.named(call.protocol())
        .flatMap(p -> p.read(call.reply().get()).got())
        .flatMap(r -> r instanceof Reply.Said said ? Optional.of(said.text()) : Optional.empty());
  }
}
