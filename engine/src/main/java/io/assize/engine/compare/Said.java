package io.assize.engine.compare;

import java.util.Optional;

/**
 * What a run says of one answer, or of two that are compared.
 *
 * @param item the item's id
 * @param root what the item was made from
 * @param about the sample or the other system, empty where the item says it all
 * @param value expected grade, or share of the point won; empty where there is no verdict
 * @param verdict by which it is told whether something moved; the likeliest grade
 * @param words the verdict in words
 * @param own the system's answer
 * @param other the answer that it is compared with, empty where there is none
 */
record Said(
    String item,
    String root,
    String about,
    Optional<Double> value,
    double verdict,
    String words,
    String own,
    String other) {}
