package io.assize.measures.agreement;

import io.assize.measures.Weights;
import io.assize.measures.columns.Paired;
import java.util.function.IntToDoubleFunction;

/**
 * Sum squares and products around the means. Values are taken from the first weighted row on, so
 * that a constant column gives exactly 0.
 */
final class Moments {
  private Moments() {}

  static double[] ofValues(Paired pairs, Weights weights) {
    return of(pairs.rows(), pairs.first()::at, pairs.second()::at, weights::at);
  }

  static double[] ofRanks(RankCells cells, Weights weights) {
    double[] each = cells.weights(weights);
    double[] first = RankCells.midranks(cells.first(), each);
    double[] second = RankCells.midranks(cells.second(), each);
    return of(
        cells.cells(),
        cell -> first[cells.first()[cell]],
        cell -> second[cells.second()[cell]],
        cell -> each[cell]);
  }

  private static double[] of(
      int rows,
      IntToDoubleFunction first,
      IntToDoubleFunction second,
      IntToDoubleFunction weights) {
    int origin = 0;
    while (origin < rows && weights.applyAsDouble(origin) == 0) {
      origin++;
    }
    if (origin == rows) {
      return new double[3];
    }
    double x0 = first.applyAsDouble(origin);
    double y0 = second.applyAsDouble(origin);
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    for (int row = origin; row < rows; row++) {
      double weight = weights.applyAsDouble(row);
      n += weight;
      sumX += weight * (first.applyAsDouble(row) - x0);
      sumY += weight * (second.applyAsDouble(row) - y0);
    }
    double meanX = sumX / n;
    double meanY = sumY / n;
    double[] moments = new double[3];
    for (int row = origin; row < rows; row++) {
      double weight = weights.applyAsDouble(row);
      double x = first.applyAsDouble(row) - x0 - meanX;
      double y = second.applyAsDouble(row) - y0 - meanY;
      moments[0] += weight * x * x;
      moments[1] += weight * y * y;
      moments[2] += weight * x * y;
    }
    return moments;
  }
}
