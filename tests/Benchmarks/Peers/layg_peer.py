"""The Python side of the suite 'layg': one process that answers requests, a JSON object a line, on standard output.

Every request names an operation ("op"); the answer is an object, {"error": text} when the operation failed, with "missing": true when
that is because something is not installed. Times are in seconds and cover the operation only, never start-up or loading of data.
Arrays come as files of raw little-endian doubles, row after row.
"""

import itertools
import os
import platform
import sys
import time
import types
import warnings

from peer import OperationMissing, PeerMissing, serve

MISSING = []
try:
    import numpy as np
except ImportError:
    MISSING.append("numpy")
try:
    import scipy
    from scipy.optimize import curve_fit
    from scipy.spatial import cKDTree
except ImportError:
    MISSING.append("scipy")


def read_rows(path, columns):
    return np.fromfile(path, dtype="<f8").reshape(-1, columns)


def clock(action):
    start = time.perf_counter()
    result = action()
    return time.perf_counter() - start, result


class SteppedEmulator:
    """The original's algorithm with the original's steps: points, neighbours and exponents are gone through one by one.

    Stands in for the original package where there is no checkout of it.
    """

    DEGREE = 2
    NEIGHBOURS_OF_ERROR = 5

    def set_emul_func(self, x, y):
        self.whitening = np.linalg.inv(np.linalg.cholesky(np.atleast_2d(np.cov(x, rowvar=False))))
        self.points = np.array([self.whitening @ point for point in x])
        self.values = y
        self.tree = cKDTree(self.points)

    def monomials(self, offset):
        """All monomials of an offset up to the degree; the exponents are found anew for every neighbour of every call."""
        every = itertools.product(range(self.DEGREE + 1), repeat=len(offset))
        exponents = sorted((e for e in every if sum(e) <= self.DEGREE), key=sum)
        return [np.prod(offset ** np.array(e)) for e in exponents]

    def emul_func(self, x):
        centre = self.whitening @ x
        coefficients = len(self.monomials(centre))
        distances, nearest = self.tree.query(centre, k=2 * coefficients)
        weights = np.diag([1.0 / max(distance, 1e-15) for distance in distances])
        design = np.array([self.monomials(point - centre) for point in self.points[nearest]])
        normal = design.T @ weights @ design
        return (np.linalg.inv(normal) @ design.T @ weights @ self.values[nearest])[0]

    def distance(self, x):
        return self.tree.query(self.whitening @ x, k=self.NEIGHBOURS_OF_ERROR)[0].mean()

    def set_emul_error_func(self, x, errors):
        distances = np.array([self.distance(point) for point in x])
        sizes = np.abs(errors).max(axis=1)
        (a, b, c), _ = curve_fit(lambda d, a, b, c: a * d + b * d**c, distances, sizes, p0=(5, 5, 5), bounds=(0, 10))
        self.law = a, b, c

    def emul_error(self, x):
        a, b, c = self.law
        d = self.distance(x)
        return a * d + b * d**c


class VectorisedEmulator(SteppedEmulator):
    """The same algorithm as a NumPy programmer would write it today: one array operation where the original has a loop."""

    def set_emul_func(self, x, y):
        super().set_emul_func(x, y)
        dimension = x.shape[1]
        self.first, self.second = np.triu_indices(dimension)
        self.neighbours = 2 * (1 + dimension + len(self.first))

    def emul_func(self, x):
        centre = self.whitening @ x
        distances, nearest = self.tree.query(centre, k=self.neighbours)
        offsets = self.points[nearest] - centre
        design = np.hstack((np.ones((len(offsets), 1)), offsets, offsets[:, self.first] * offsets[:, self.second]))
        weighted = design * (1.0 / np.maximum(distances, 1e-15))[:, None]
        return np.linalg.solve(design.T @ weighted, weighted.T @ self.values[nearest])[0]


def original_emulator():
    """The class of the original package, or None when PEER_LAYG names no checkout."""
    folder = os.environ.get("PEER_LAYG")
    if not folder:
        return None
    if not os.path.isdir(os.path.join(folder, "layg")):
        raise PeerMissing("PEER_LAYG is " + folder + ", where there is no folder layg")
    try:
        import torch  # noqa: F401
    except ImportError:
        # The package imports torch for another emulator; names are all that its import needs.
        torch = types.ModuleType("torch")
        torch.nn = types.SimpleNamespace(Module=object)
        autograd = types.ModuleType("torch.autograd")
        autograd.Variable = object
        sys.modules["torch"] = torch
        sys.modules["torch.autograd"] = autograd
    sys.path.insert(0, folder)
    from layg import CholeskyNnEmulator

    return CholeskyNnEmulator


class Peer:
    def hello(self, request):
        return {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}

    def load_points(self, request):
        self.points = read_rows(request["points"], request["dimension"])
        self.queries = read_rows(request["queries"], request["dimension"])
        self.tree = cKDTree(self.points)
        return {"count": len(self.points)}

    def build_tree(self, request):
        seconds, _ = clock(lambda: cKDTree(self.points))
        return {"seconds": seconds}

    def query_tree(self, request):
        seconds, _ = clock(lambda: self.tree.query(self.queries, k=request["k"], workers=request["workers"]))
        return {"seconds": seconds}

    def load_training(self, request):
        """Reads the known points. The first half predicts, the second half makes the error bar, as the original does it."""
        self.inputs = read_rows(request["inputs"], request["dimension"])
        self.outputs = read_rows(request["outputs"], 1)
        self.queries = read_rows(request["queries"], request["dimension"])
        return {"count": len(self.inputs)}

    def fit(self, request):
        """Fits without the residuals of the second half, which cost hours: a call takes as long with any error bar."""
        half = len(self.inputs) // 2
        self.emulator = (VectorisedEmulator if request["vectorised"] else original_emulator() or SteppedEmulator)()
        self.emulator.set_emul_func(self.inputs[:half], self.outputs[:half])
        self.emulator.set_emul_error_func(self.inputs[half:], np.full((len(self.inputs) - half, 1), 0.01))
        return {}

    def call(self, request):
        queries = self.queries[: request["calls"]]

        def run():
            for x in queries:
                self.emulator.emul_func(x)
                self.emulator.emul_error(x)

        seconds, _ = clock(run)
        return {"seconds": seconds, "calls": len(queries)}

    def fit_process(self, request):
        """A Matern process with a length scale per input, as ours; the search starts once, from ones."""
        try:
            from sklearn.gaussian_process import GaussianProcessRegressor
            from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel
        except ImportError as missing:
            raise OperationMissing("not installed: scikit-learn") from missing
        scales = np.ones(self.inputs.shape[1])
        kernel = ConstantKernel() * Matern(scales, (1e-3, 1e3), nu=2.5) + WhiteKernel(1e-6, (1e-10, 1e1))
        warnings.simplefilter("ignore")
        process = GaussianProcessRegressor(kernel, normalize_y=True)
        seconds, self.process = clock(lambda: process.fit(self.inputs, self.outputs[:, 0]))
        return {"seconds": seconds}

    def call_process(self, request):
        queries = self.queries[: request["calls"]]
        seconds, _ = clock(lambda: [self.process.predict(x[None, :], return_std=True) for x in queries])
        return {"seconds": seconds}

    def batch_process(self, request):
        seconds, _ = clock(lambda: self.process.predict(self.queries, return_std=True))
        return {"seconds": seconds}

    def train(self, request):
        """Times a training. Predicts only some of the second half and counts their time for all of it."""
        half = len(self.inputs) // 2
        emulator = (original_emulator() or SteppedEmulator)()
        seconds_fit, _ = clock(lambda: emulator.set_emul_func(self.inputs[:half], self.outputs[:half]))
        held_out = self.inputs[half:]
        some = held_out[: request["predictions"]]
        seconds_some, predicted = clock(lambda: [emulator.emul_func(x) for x in some])
        residuals = np.resize(self.outputs[half : half + len(some)] - np.array(predicted), (len(held_out), 1))
        seconds_error, _ = clock(lambda: emulator.set_emul_error_func(held_out, residuals))
        return {
            "seconds": seconds_fit + seconds_some * len(held_out) / len(some) + seconds_error,
            "predicted": len(some),
            "of": len(held_out),
        }


PEER = Peer()


def answer(request):
    if MISSING:
        raise PeerMissing("not installed: " + ", ".join(MISSING))
    return getattr(PEER, request["op"])(request)


if __name__ == "__main__":
    serve(answer)
