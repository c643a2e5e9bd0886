"""Writes gaussian_process.json: values of scikit-learn's GaussianProcessRegressor that the emulator's tests compare with.

Run in this folder: python3 make_gaussian_process.py (NumPy, SciPy and scikit-learn).
"""
import json
import warnings

import numpy
import scipy
import sklearn
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel

warnings.filterwarnings("ignore")
random = numpy.random.RandomState(20)
signal, noise = 1.7, 0.017
lengths = numpy.array([0.6, 1.9])
x = random.uniform(-1, 1, (30, 2))
y = numpy.sin(3 * x[:, 0]) + 0.5 * x[:, 1] ** 2 + 0.05 * random.standard_normal(30)
queries = random.uniform(-1, 1, (12, 2))


def kernels():
    yield "SquaredExponential", RBF(lengths, (1e-3, 1e4))
    yield "Matern32", Matern(lengths, (1e-3, 1e4), nu=1.5)
    yield "Matern52", Matern(lengths, (1e-3, 1e4), nu=2.5)


cases = []
for name, shape in kernels():
    kernel = ConstantKernel(signal) * shape + WhiteKernel(noise, (1e-12, 1e3))
    fixed = GaussianProcessRegressor(kernel, alpha=0, optimizer=None).fit(x, y)
    mean, deviation = fixed.predict(queries, return_std=True)

    # The amplitude that maximises the likelihood at these length scales and this share of noise.
    correlation = shape(x) + noise / signal * numpy.eye(30)
    best_signal = y @ numpy.linalg.solve(correlation, y) / 30
    theta = numpy.log([best_signal, *lengths, noise / signal * best_signal])
    profiled_value, profiled_gradient = fixed.log_marginal_likelihood(theta, eval_gradient=True)
    free = GaussianProcessRegressor(kernel, alpha=0, n_restarts_optimizer=10, random_state=0, normalize_y=True)
    scaled = (x - x.mean(0)) / x.std(0)
    free.fit(scaled, y)
    free_mean, free_deviation = free.predict((queries - x.mean(0)) / x.std(0), return_std=True)
    cases.append({
        "kernel": name,
        "mean": mean.tolist(),
        "deviation": deviation.tolist(),
        "profiled_signal": best_signal,
        "profiled_log_likelihood": profiled_value,
        "profiled_gradient": profiled_gradient.tolist(),
        "best_log_likelihood": free.log_marginal_likelihood_value_,
        "best_lengths": free.kernel_.k1.k2.length_scale.tolist(),
        "best_signal": free.kernel_.k1.k1.constant_value,
        "best_noise": free.kernel_.k2.noise_level,
        "best_mean": free_mean.tolist(),
        "best_deviation": free_deviation.tolist(),
    })

with open("gaussian_process.json", "w", encoding="utf-8") as file:
    json.dump({
        "_about": "scikit-learn's GaussianProcessRegressor: at fixed hyper-parameters, and at those of the largest marginal likelihood on standardised data.",
        "_versions": f"numpy {numpy.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}",
        "x": x.tolist(), "y": y.tolist(), "queries": queries.tolist(),
        "signal": signal, "noise": noise, "lengths": lengths.tolist(), "cases": cases,
    }, file, indent=1)
