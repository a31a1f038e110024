package io.assize.engine.ratings;

import io.assize.engine.files.Place;

/** One label before it is on a scale: the numbers of its unit and rater, its words, its place. */
record Rating(int unit, int rater, String word, Place at) {}
