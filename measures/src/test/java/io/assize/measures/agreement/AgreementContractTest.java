package io.assize.measures.agreement;

import io.assize.measures.Estimate;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import org.junit.jupiter.api.Nested;

/** Put every measure of agreement to the contract. */
class AgreementContractTest {

  abstract static class Kappa extends AgreementContract {
    abstract KappaWeights weights();

    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return CohenKappa.of(labels, 0, 1, weights(), bootstrap);
    }
  }

  @Nested
  class Unweighted extends Kappa {
    @Override
    KappaWeights weights() {
      return KappaWeights.UNWEIGHTED;
    }
  }

  @Nested
  class Linear extends Kappa {
    @Override
    KappaWeights weights() {
      return KappaWeights.LINEAR;
    }
  }

  @Nested
  class Quadratic extends Kappa {
    @Override
    KappaWeights weights() {
      return KappaWeights.QUADRATIC;
    }
  }

  @Nested
  class SquaredDifference extends Kappa {
    @Override
    KappaWeights weights() {
      return KappaWeights.SQUARED_DIFFERENCE;
    }
  }

  @Nested
  class MeanKappaOfPairs extends AgreementContract {
    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return LightKappa.of(labels, RaterPairs.among(0, 1), KappaWeights.QUADRATIC, bootstrap);
    }
  }

  @Nested
  class PercentOverPairs extends Share {
    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return PercentAgreement.over(labels, RaterPairs.among(0, 1), bootstrap);
    }
  }

  abstract static class Alpha extends AgreementContract {
    abstract Metric metric();

    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return KrippendorffAlpha.of(labels, metric(), bootstrap);
    }

    @Override
    boolean smallSampleFree() {
      return false;
    }
  }

  @Nested
  class Nominal extends Alpha {
    @Override
    Metric metric() {
      return Metric.NOMINAL;
    }
  }

  @Nested
  class Ordinal extends Alpha {
    @Override
    Metric metric() {
      return Metric.ORDINAL;
    }
  }

  @Nested
  class OnInterval extends Alpha {
    @Override
    Metric metric() {
      return Metric.INTERVAL;
    }
  }

  @Nested
  class Ratio extends Alpha {
    @Override
    Metric metric() {
      return Metric.RATIO;
    }
  }

  abstract static class Share extends AgreementContract {
    @Override
    double least() {
      return 0;
    }
  }

  @Nested
  class PercentOfTwo extends Share {
    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return PercentAgreement.of(labels, 0, 1, bootstrap);
    }
  }

  @Nested
  class PercentAmongAll extends Share {
    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return PercentAgreement.among(labels, bootstrap);
    }
  }

  @Nested
  class AllEqual extends Share {
    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return Unanimity.of(labels, bootstrap);
    }
  }

  @Nested
  class Flips extends Share {
    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return Unanimity.flips(labels, bootstrap);
    }

    @Override
    double whenPerfect() {
      return 0;
    }
  }

  @Nested
  class Conflict extends Share {
    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return ScoreComparison.conflict(labels, 0, 1, bootstrap);
    }

    @Override
    double whenPerfect() {
      return 0;
    }
  }

  @Nested
  class Reversal extends Share {
    @Override
    Estimate measure(Labels labels, Bootstrap bootstrap) {
      return ScoreComparison.reversed(labels, 0, 1, bootstrap);
    }

    @Override
    double whenPerfect() {
      return 0;
    }
  }
}
