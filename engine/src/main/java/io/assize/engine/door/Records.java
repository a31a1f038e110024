package io.assize.engine.door;

import io.assize.core.CaseId;
import io.assize.core.Result;
import io.assize.core.call.CallKey;
import io.assize.core.call.Reply;
import java.util.Optional;
import org.apiguardian.api.API;

/** Verdicts and replies that stand in files: inputs of a run, known by the hash of their file. */
@API(status = API.Status.EXPERIMENTAL)
@FunctionalInterface
public interface Records {

  /** No file. */
  Records NONE = (source, on, question) -> Optional.empty();

  /**
   * Return what a source says of a case.
   *
   * @return empty where the source is not one of the files; a reason where it is and says nothing
   *     of the case
   */
  Optional<Record> find(String source, CaseId on, String question);

  /**
   * Return the reply that stands in a file, by the key that judgments name.
   *
   * @return empty where no file holds it, or the file holds verdicts and no replies
   */
  default Optional<Reply.Said> reply(CallKey key) {
    return Optional.empty();
  }

  /**
   * What stands in the file.
   *
   * @param said the verdict as a prompt's reply would be, or the reply itself with its tokens; a
   *     reason where the file holds none
   */
  record Record(Result<Reply.Said> said) {}
}
