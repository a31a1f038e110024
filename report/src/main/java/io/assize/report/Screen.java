package io.assize.report;

import io.assize.engine.trial.PairResult;
import java.util.List;

/** What differs between the screens of comparisons and of grades; {@link Screens} has the frame. */
interface Screen {

  /** Return the heading of the answer. */
  String title();

  /** Return the answer in sentences, the shortest first. */
  List<String> answer();

  /** Write the answer and the table of systems. */
  void body(Lines lines);

  /** Write the judge's card. */
  void card(Lines lines);

  /** Write how far it agrees with the labels, beside baselines. */
  void agreements(Lines lines);

  /** Return the verdict on the judge. */
  List<String> believed();

  /** Return what is worth a look. */
  List<PairResult.Look> looks();
}
