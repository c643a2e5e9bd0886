"""Writes distributions.json: what Python's torch.distributions gives. Run it in this folder; it needs python3-torch."""

import json
import math

import torch
import torch.distributions as D  # noqa: N812

F64 = torch.float64


def t(*rows):
    return torch.tensor(rows, dtype=F64)


def normal_mixture(p):
    return D.MixtureSameFamily(D.Categorical(p["weights"]), D.Normal(p["loc"], p["scale"]))


def vector_mixture(p):
    return D.MixtureSameFamily(D.Categorical(p["weights"]), D.Independent(D.Normal(p["loc"], p["scale"]), 1))


def squashed(p):
    transforms = [D.TanhTransform(), D.AffineTransform(0.5, 2.0)]
    return D.TransformedDistribution(D.Normal(p["loc"], p["scale"]), transforms)


def squashed_vector(p):
    return D.TransformedDistribution(D.Independent(D.Normal(p["loc"], p["scale"]), 1), [D.TanhTransform()])


MAKE = {
    "Bernoulli": lambda p: D.Bernoulli(**p),
    "Beta": lambda p: D.Beta(**p),
    "Binomial": lambda p: D.Binomial(**p),
    "Categorical": lambda p: D.Categorical(**p),
    "Cauchy": lambda p: D.Cauchy(**p),
    "Chi2": lambda p: D.Chi2(**p),
    "Dirichlet": lambda p: D.Dirichlet(**p),
    "Exponential": lambda p: D.Exponential(**p),
    "FisherSnedecor": lambda p: D.FisherSnedecor(**p),
    "Gamma": lambda p: D.Gamma(**p),
    "Geometric": lambda p: D.Geometric(**p),
    "Gumbel": lambda p: D.Gumbel(**p),
    "HalfCauchy": lambda p: D.HalfCauchy(**p),
    "HalfNormal": lambda p: D.HalfNormal(**p),
    "IndependentNormal": lambda p: D.Independent(D.Normal(**p), 1),
    "Kumaraswamy": lambda p: D.Kumaraswamy(**p),
    "Laplace": lambda p: D.Laplace(**p),
    "LogNormal": lambda p: D.LogNormal(**p),
    "Multinomial": lambda p: D.Multinomial(6, **p),
    "MultivariateNormal": lambda p: D.MultivariateNormal(**p),
    "Normal": lambda p: D.Normal(**p),
    "NormalMixture": normal_mixture,
    "OneHotCategorical": lambda p: D.OneHotCategorical(**p),
    "Pareto": lambda p: D.Pareto(**p),
    "Poisson": lambda p: D.Poisson(**p),
    "RelaxedBernoulli": lambda p: D.RelaxedBernoulli(**p),
    "RelaxedOneHotCategorical": lambda p: D.RelaxedOneHotCategorical(**p),
    "Squashed": squashed,
    "SquashedVector": squashed_vector,
    "StudentT": lambda p: D.StudentT(**p),
    "Uniform": lambda p: D.Uniform(**p),
    "VectorMixture": vector_mixture,
    "Weibull": lambda p: D.Weibull(**p),
}

REAL = t(-1.7, 0.3, 2.2)
POSITIVE = t(0.4, 1.3, 3.1)
UNIT = t(0.15, 0.5, 0.83)
LOC, SCALE = t(-0.4, 0.9, 1.6), t(0.7, 1.4, 2.3)
COLUMN = t([0.8], [2.4])
TRIL = t([1.2, 0.0, 0.0], [0.4, 0.9, 0.0], [-0.3, 0.5, 1.7])
WEIGHTS, SCORES = t([0.2, 1.0, 0.5], [2.0, 0.1, 0.4]), t([0.3, -1.2, 0.8], [-0.5, 0.0, 1.9])
SIMPLEX = t([0.2, 0.5, 0.3], [0.6, 0.1, 0.3])
ONE_HOT = t([0.0, 1.0, 0.0], [1.0, 0.0, 0.0])
COUNTS = t([1.0, 4.0, 1.0], [6.0, 0.0, 0.0])

# kind, parameters, values
CASES = [
    ("Normal", {"loc": LOC, "scale": SCALE}, REAL),
    ("Normal", {"loc": LOC, "scale": COLUMN}, REAL),
    ("Normal", {"loc": torch.tensor(0.3, dtype=F64), "scale": torch.tensor(1.1, dtype=F64)}, REAL),
    ("Uniform", {"low": t(-2.0, 0.0, 1.5), "high": t(0.5, 1.0, 4.5)}, REAL),
    ("Uniform", {"low": t([-2.0], [-3.0]), "high": t(2.5, 3.0, 4.5)}, REAL),
    ("Exponential", {"rate": SCALE}, POSITIVE),
    ("Exponential", {"rate": COLUMN}, POSITIVE),
    ("Laplace", {"loc": LOC, "scale": SCALE}, REAL),
    ("Laplace", {"loc": LOC, "scale": COLUMN}, REAL),
    ("Cauchy", {"loc": LOC, "scale": SCALE}, REAL),
    ("Cauchy", {"loc": LOC, "scale": COLUMN}, REAL),
    ("Gamma", {"concentration": t(0.6, 1.8, 4.0), "rate": SCALE}, POSITIVE),
    ("Gamma", {"concentration": t(1.6, 1.8, 4.0), "rate": COLUMN}, POSITIVE),
    ("Chi2", {"df": t(1.0, 2.5, 7.0)}, POSITIVE),
    ("Beta", {"concentration1": t(1.6, 2.0, 4.5), "concentration0": t(2.2, 1.3, 3.0)}, UNIT),
    ("Beta", {"concentration1": t(0.6, 2.0, 4.5), "concentration0": COLUMN}, UNIT),
    ("Dirichlet", {"concentration": t(1.5, 2.5, 3.0)}, SIMPLEX),
    ("Dirichlet", {"concentration": t([1.5, 2.5, 3.0], [0.5, 4.0, 1.0])}, SIMPLEX),
    ("LogNormal", {"loc": LOC, "scale": t(0.3, 0.8, 1.2)}, POSITIVE),
    ("HalfNormal", {"scale": SCALE}, POSITIVE),
    ("HalfNormal", {"scale": COLUMN}, POSITIVE),
    ("HalfCauchy", {"scale": SCALE}, POSITIVE),
    ("Gumbel", {"loc": LOC, "scale": SCALE}, REAL),
    ("Gumbel", {"loc": LOC, "scale": COLUMN}, REAL),
    ("Kumaraswamy", {"concentration1": t(1.6, 2.0, 4.5), "concentration0": t(2.2, 1.3, 3.0)}, UNIT),
    ("Pareto", {"scale": t(0.2, 0.5, 1.1), "alpha": t(0.9, 1.7, 3.2)}, POSITIVE),
    ("Weibull", {"scale": SCALE, "concentration": t(1.2, 1.8, 3.2)}, POSITIVE),
    ("FisherSnedecor", {"df1": t(3.0, 2.5, 8.0), "df2": t(5.0, 3.0, 9.0)}, POSITIVE),
    ("StudentT", {"df": t(0.8, 1.7, 6.0), "loc": LOC, "scale": SCALE}, REAL),
    ("StudentT", {"df": t(3.8, 2.7, 6.0), "loc": LOC, "scale": COLUMN}, REAL),
    ("MultivariateNormal", {"loc": LOC, "scale_tril": TRIL}, t([0.1, -0.4, 1.2], [2.0, 0.3, -0.7])),
    ("MultivariateNormal", {"loc": t([0.1, 0.2, -0.3], [1.0, 0.0, 2.0]), "covariance_matrix": TRIL @ TRIL.T}, REAL),
    ("MultivariateNormal", {"loc": LOC, "precision_matrix": torch.stack([TRIL @ TRIL.T, 2 * torch.eye(3, dtype=F64)])}, REAL),
    ("IndependentNormal", {"loc": LOC, "scale": COLUMN}, REAL),
    ("Squashed", {"loc": LOC, "scale": SCALE}, t(-1.2, 0.4, 2.3)),
    ("SquashedVector", {"loc": LOC, "scale": COLUMN}, t(-0.8, 0.1, 0.95)),
    ("NormalMixture", {"weights": WEIGHTS, "loc": LOC, "scale": t([0.8, 0.5, 1.1], [2.4, 0.3, 0.7])}, t(0.3, -1.2)),
    ("VectorMixture", {"weights": t(0.3, 0.7), "loc": t([-0.4, 0.9, 1.6], [0.0, 2.0, -1.0]), "scale": COLUMN.expand(2, 3)}, REAL),
    ("Bernoulli", {"probs": t(0.1, 0.7, 0.95)}, t(0.0, 1.0, 1.0)),
    ("Bernoulli", {"logits": t([-3.0, 0.4, 1.9], [0.7, -0.2, 12.0])}, t(0.0, 1.0, 1.0)),
    ("Binomial", {"total_count": t(4.0), "probs": t(0.1, 0.7, 0.95)}, t(0.0, 2.0, 4.0)),
    ("Binomial", {"total_count": t(4.0), "logits": t([-3.0, 0.4, 1.9], [0.7, -0.2, 5.0])}, t(0.0, 2.0, 4.0)),
    ("Geometric", {"probs": t(0.1, 0.7, 0.95)}, t(0.0, 2.0, 4.0)),
    ("Geometric", {"logits": t([-3.0, 0.4, 1.9], [0.7, -0.2, 5.0])}, t(0.0, 2.0, 4.0)),
    ("Poisson", {"rate": SCALE}, t(0.0, 2.0, 4.0)),
    ("Poisson", {"rate": COLUMN}, t(0.0, 2.0, 4.0)),
    ("Categorical", {"probs": WEIGHTS}, t(2.0, 0.0)),
    ("Categorical", {"logits": SCORES}, t([2.0], [1.0])),
    ("OneHotCategorical", {"probs": WEIGHTS}, ONE_HOT),
    ("OneHotCategorical", {"logits": SCORES}, ONE_HOT),
    ("Multinomial", {"probs": WEIGHTS}, COUNTS),
    ("Multinomial", {"logits": SCORES}, COUNTS),
    ("RelaxedBernoulli", {"temperature": torch.tensor(0.7, dtype=F64), "probs": t(0.1, 0.7, 0.95)}, UNIT),
    ("RelaxedBernoulli", {"temperature": torch.tensor(1.6, dtype=F64), "logits": t(-3.0, 0.4, 1.9)}, UNIT),
    ("RelaxedOneHotCategorical", {"temperature": torch.tensor(0.7, dtype=F64), "probs": WEIGHTS}, SIMPLEX),
    ("RelaxedOneHotCategorical", {"temperature": torch.tensor(1.6, dtype=F64), "logits": SCORES}, SIMPLEX),
]

# kind of p, parameters, kind of q, parameters
PAIRS = [
    ("Normal", {"loc": LOC, "scale": SCALE}, "Normal", {"loc": t(0.2, 0.3, 0.4), "scale": COLUMN}),
    ("MultivariateNormal", {"loc": LOC, "scale_tril": TRIL},
     "MultivariateNormal", {"loc": t([0.1, 0.2, -0.3], [1.0, 0.0, 2.0]), "covariance_matrix": 2 * torch.eye(3, dtype=F64) + 0.3}),
    ("Categorical", {"probs": WEIGHTS}, "Categorical", {"logits": SCORES}),
    ("OneHotCategorical", {"probs": WEIGHTS}, "OneHotCategorical", {"logits": SCORES}),
    ("Bernoulli", {"probs": t(0.1, 0.7, 0.95)}, "Bernoulli", {"logits": t(-1.0, 0.3, 2.0)}),
    ("Binomial", {"total_count": t(4.0), "probs": t(0.1, 0.7, 0.95)}, "Binomial", {"total_count": t(4.0), "probs": t(0.3, 0.6, 0.5)}),
    ("Beta", {"concentration1": t(1.6, 2.0, 4.5), "concentration0": t(2.2, 1.3, 3.0)},
     "Beta", {"concentration1": t(0.6, 2.0, 4.5), "concentration0": COLUMN}),
    ("Beta", {"concentration1": t(1.6, 2.0, 4.5), "concentration0": t(2.2, 1.3, 3.0)},
     "Uniform", {"low": t(-1.0, 0.0, 0.1), "high": t(1.0, 2.0, 3.0)}),
    ("Gamma", {"concentration": t(0.6, 1.8, 4.0), "rate": SCALE}, "Gamma", {"concentration": t(1.6, 1.8, 2.0), "rate": COLUMN}),
    ("Gamma", {"concentration": t(0.6, 1.8, 4.0), "rate": SCALE}, "Exponential", {"rate": COLUMN}),
    ("Exponential", {"rate": SCALE}, "Gamma", {"concentration": t(1.6, 1.8, 2.0), "rate": COLUMN}),
    ("Exponential", {"rate": SCALE}, "Exponential", {"rate": COLUMN}),
    ("Chi2", {"df": t(1.0, 2.5, 7.0)}, "Chi2", {"df": t(2.0, 3.5, 5.0)}),
    ("Dirichlet", {"concentration": t([1.5, 2.5, 3.0], [0.5, 4.0, 1.0])}, "Dirichlet", {"concentration": t(1.0, 2.0, 0.5)}),
    ("Uniform", {"low": t(-2.0, 0.0, 1.5), "high": t(0.5, 1.0, 4.5)}, "Uniform", {"low": t(-2.5, 0.0, 2.0), "high": t(0.5, 1.5, 4.5)}),
    ("Uniform", {"low": t(-2.0, 0.0, 1.5), "high": t(0.5, 1.0, 4.5)}, "Normal", {"loc": LOC, "scale": SCALE}),
    ("Laplace", {"loc": LOC, "scale": SCALE}, "Laplace", {"loc": t(0.2, 0.3, 0.4), "scale": COLUMN}),
    ("Laplace", {"loc": LOC, "scale": SCALE}, "Normal", {"loc": t(0.2, 0.3, 0.4), "scale": COLUMN}),
    ("Poisson", {"rate": SCALE}, "Poisson", {"rate": COLUMN}),
    ("Geometric", {"probs": t(0.1, 0.7, 0.95)}, "Geometric", {"probs": t(0.3, 0.6, 0.5)}),
    ("Gumbel", {"loc": LOC, "scale": SCALE}, "Gumbel", {"loc": t(0.2, 0.3, 0.4), "scale": COLUMN}),
    ("Cauchy", {"loc": LOC, "scale": SCALE}, "Cauchy", {"loc": t(0.2, 0.3, 0.4), "scale": COLUMN}),
    ("HalfNormal", {"scale": SCALE}, "HalfNormal", {"scale": COLUMN}),
    ("LogNormal", {"loc": LOC, "scale": SCALE}, "LogNormal", {"loc": t(0.2, 0.3, 0.4), "scale": COLUMN}),
    ("IndependentNormal", {"loc": LOC, "scale": SCALE}, "IndependentNormal", {"loc": t(0.2, 0.3, 0.4), "scale": COLUMN}),
]

PROBABILITIES = t(0.02, 0.4, 0.9)


def plain(number):
    return number if math.isfinite(number) else str(number)


def describe(tensor):
    return {"shape": list(tensor.shape), "values": [plain(value) for value in tensor.to(F64).flatten().tolist()]}


def attempt(function):
    try:
        return function()
    except (NotImplementedError, AttributeError, TypeError):
        return None


def results(kind, parameters, values):
    distribution = MAKE[kind](parameters)
    found = {
        "log_prob": distribution.log_prob(values),
        "entropy": attempt(distribution.entropy),
        "cdf": attempt(lambda: distribution.cdf(values)),
        "icdf": attempt(lambda: distribution.icdf(PROBABILITIES)),
        "mean": attempt(lambda: distribution.mean),
        "variance": attempt(lambda: distribution.variance),
        "stddev": attempt(lambda: distribution.stddev),
        "mode": attempt(lambda: distribution.mode),
    }
    if kind == "Kumaraswamy":  # log1p of less than -1: always NaN
        del found["mode"]
    if kind == "Multinomial":  # its log(6!) is in single precision
        found["entropy"] += torch.lgamma(torch.tensor(7)).double() - math.lgamma(7)
    if kind == "Beta":  # two peaks, at the ends: Python names one of them
        found["mode"] = found["mode"].masked_fill((parameters["concentration1"] < 1) & (parameters["concentration0"] < 1), math.nan)
    return {name: describe(value) for name, value in found.items() if value is not None}


def main():
    cases = [{"kind": kind, "parameters": {name: describe(value) for name, value in parameters.items()}, "values": describe(values),
              "results": results(kind, parameters, values)} for kind, parameters, values in CASES]
    pairs = []
    for first, p, second, q in PAIRS:
        divergence = D.kl_divergence(MAKE[first](p), MAKE[second](q))
        pairs.append({"p": first, "pParameters": {name: describe(value) for name, value in p.items()},
                      "q": second, "qParameters": {name: describe(value) for name, value in q.items()}, "divergence": describe(divergence)})
    with open("distributions.json", "w", encoding="utf-8") as file:
        file.write('{\n"torch": ' + json.dumps(torch.__version__) + ',\n"probabilities": ' + json.dumps(describe(PROBABILITIES)) + ',\n"cases": [\n')
        file.write(",\n".join("  " + json.dumps(case) for case in cases) + '\n],\n"pairs": [\n')
        file.write(",\n".join("  " + json.dumps(pair) for pair in pairs) + "\n]\n}\n")


if __name__ == "__main__":
    main()
