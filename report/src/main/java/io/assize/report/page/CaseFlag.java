package io.assize.report.page;

/** What can be said of a case in one word, and cases be picked out by. */
enum CaseFlag {
  /** Judge and label say something else. */
  AGAINST("label differs"),
  /** The verdict differs between the two orders. */
  FLIPS("flips"),
  /** The verdict changed when the same was asked again. */
  CHANGED("changed when asked again"),
  /** There is no verdict. */
  NONE("no verdict"),
  /** There is a label. */
  LABELLED("labelled"),
  /** In one order or in both, the answer that was shown first won. */
  FIRST("chose the first"),
  /** The longer answer won. */
  LONGER("chose the longer"),
  /** The texts are in the page. */
  FULL("texts in this page");

  private final String words;

  CaseFlag(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
