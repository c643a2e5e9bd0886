"""Writes regressors.json: errors of scikit-learn's regressors on functions and points that the emulators are compared on.

Run in this folder: python3 make_regressors.py (NumPy, SciPy and scikit-learn; about a minute).
"""
import json
import time
import warnings

import numpy
import scipy
import sklearn
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel
from sklearn.neighbors import KNeighborsRegressor
from sklearn.neural_network import MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")

FUNCTIONS = {
    "sin": lambda x: numpy.sin(10 * x).sum(1),
    "exp": lambda x: numpy.exp(x).sum(1),
    "bump": lambda x: numpy.exp(-8 * ((x - 0.5) ** 2).sum(1)) + 0.3 * x[:, 0],
    "rosen": lambda x: -((1 - 4 * x[:, 0] + 2) ** 2 + 5 * ((4 * x[:, -1] - 2) - (4 * x[:, 0] - 2) ** 2) ** 2) / 5,
    "kink": lambda x: numpy.abs(numpy.sin(5 * x)).sum(1),
}


def regressors():
    kernel = ConstantKernel(1.0, (1e-3, 1e6)) * Matern([1.0, 1.0], (1e-2, 1e3), nu=2.5) + WhiteKernel(1e-6, (1e-10, 1))
    yield "gaussian_process", make_pipeline(StandardScaler(), GaussianProcessRegressor(kernel, alpha=1e-10, normalize_y=True))
    yield "neighbours", KNeighborsRegressor(5, weights="distance")
    yield "network", make_pipeline(StandardScaler(), MLPRegressor((64, 64), activation="tanh", solver="lbfgs", max_iter=2000, random_state=0))


random = numpy.random.RandomState(12)
train = random.random_sample((600, 2))
test = random.random_sample((1000, 2))
rms = {}
for name, function in FUNCTIONS.items():
    rms[name] = {}
    for kind, regressor in regressors():
        start = time.time()
        y = function(train)
        mean, deviation = (y.mean(), y.std()) if kind == "network" else (0.0, 1.0)
        predicted = regressor.fit(train, (y - mean) / deviation).predict(test) * deviation + mean
        rms[name][kind] = float(numpy.sqrt(numpy.mean((predicted - function(test)) ** 2)))
        print(name, kind, rms[name][kind], round(time.time() - start, 1), flush=True)

with open("regressors.json", "w", encoding="utf-8") as file:
    json.dump({
        "_about": "RMS errors of scikit-learn's regressors: RandomState(12), 600 training points and then 1000 test points uniform in [0,1]^2.",
        "_versions": f"numpy {numpy.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}",
        "train": 600, "test": 1000, "seed": 12, "first_test_value": {n: float(f(test)[0]) for n, f in FUNCTIONS.items()}, "rms": rms,
    }, file, indent=1)
