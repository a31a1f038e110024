"""Make prediction-powered.tsv and weighted-means.tsv: python prediction_powered.py, in this folder.

Made with Python 3, ppi-python 0.2.3, numpy 2.4.6, statsmodels 0.15.0. Not needed to run the tests.
"""

import csv
import random

import numpy as np
import statsmodels.api as sm
from ppi_py import ppi_mean_ci, ppi_mean_pointestimate

rng = random.Random(20261124)


def numbers(values):
    return " ".join(repr(float(v)) for v in values)


def write(name, header, rows):
    with open(name, "w", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def judge(y, right):
    return y if rng.random() < right else rng.choice([0.0, 0.5, 1.0])


def two_samples():
    """PPI++ as published: separate samples, lambda tuned."""
    rows = []
    for n, big, right in ((12, 40, 0.7), (30, 200, 0.5), (60, 300, 0.95), (25, 60, 0.0)):
        y = np.array([rng.choice([0.0, 0.5, 1.0, 1.0]) for _ in range(n)])
        f = np.array([judge(v, right) for v in y])
        u = np.array([judge(rng.choice([0.0, 0.5, 1.0, 1.0]), right) for _ in range(big)])
        low, high = ppi_mean_ci(y, f, u, alpha=0.05)
        rows.append([
            numbers(y), numbers(f), numbers(u),
            repr(float(ppi_mean_pointestimate(y, f, u)[0])), repr(float(low[0])), repr(float(high[0])),
        ])
    write("prediction-powered.tsv", ["labels", "predicted", "unlabelled", "mean", "low", "high"], rows)


def weighted():
    """The point for labels drawn with unequal probabilities, at given lambdas; ppi_py gets all predictions."""
    rows = []
    for n, big, right, lam in ((15, 60, 0.7, 1.0), (30, 120, 0.5, 0.4), (40, 100, 0.9, 0.0)):
        truth = [rng.choice([0.0, 0.5, 1.0, 1.0]) for _ in range(big)]
        f = np.array([judge(v, right) for v in truth])
        drawn = sorted(rng.sample(range(big), n))
        pi = np.array([rng.choice([0.1, 0.25, 0.5]) for _ in drawn])
        y = np.array([truth[i] for i in drawn])
        point = ppi_mean_pointestimate(y, f[drawn], f, lam=lam, w=1 / pi)
        error = sm.WLS(y, np.ones(n), weights=1 / pi).fit(cov_type="HC3").bse[0]
        rows.append([
            numbers(f), " ".join(map(str, drawn)), numbers(y), numbers(pi), repr(lam),
            repr(float(point[0])), repr(float(error)),
        ])
    write("weighted-means.tsv",
          ["predictions", "rows", "labels", "inclusion", "lambda", "mean", "hc3 of the labels"], rows)


two_samples()
weighted()
