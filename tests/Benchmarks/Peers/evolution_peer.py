"""The Python side of the suite 'evolution': one process that answers requests, a JSON object a line, on standard output.

'generations' runs CMA-ES on the sphere and answers the seconds of ask and tell. The strategy is pycma's where the environment variable
PEER_PYCMA names a checkout of it, else the same formulas written in NumPy below. One thread.
"""

import math
import os
import sys
import time
import warnings

from peer import PeerMissing, serve

warnings.filterwarnings("ignore")
try:
    import numpy as np
except ImportError:
    np = None

cma = None
if np is not None and os.environ.get("PEER_PYCMA"):
    sys.path.insert(0, os.environ["PEER_PYCMA"])
    import cma


class Formulas:
    """CMA-ES with active weights, as in Hansen's tutorial, with array operations only."""

    def __init__(self, x0, sigma0, popsize, diagonal):
        self.rng = np.random.default_rng(1)
        self.m, self.sigma, self.diagonal = np.array(x0, float), sigma0, diagonal
        n = self.n = len(x0)
        self.lam = popsize
        w = math.log((popsize + 1) / 2) - np.log(np.arange(1, popsize + 1))
        self.mu = popsize // 2
        pos, neg = w[: self.mu], w[self.mu:]
        self.mueff = pos.sum() ** 2 / (pos**2).sum()
        minus = neg.sum() ** 2 / (neg**2).sum()
        self.c1 = min(1, popsize / 6) * 2 / ((n + 1.3) ** 2 + self.mueff)
        self.cmu = min(1 - self.c1, 2 * (0.25 + self.mueff + 1 / self.mueff - 2) / ((n + 2) ** 2 + self.mueff))
        size = min(1 + self.c1 / self.cmu, 1 + 2 * minus / (self.mueff + 2), (1 - self.c1 - self.cmu) / (n * self.cmu))
        self.w = np.concatenate([pos / pos.sum(), neg / -neg.sum() * size])
        self.cc = (4 + self.mueff / n) / (n + 4 + 2 * self.mueff / n)
        self.cs = (self.mueff + 2) / (n + self.mueff + 3)
        self.damps = 1 + 2 * max(0, math.sqrt((self.mueff - 1) / (n + 1)) - 1) + self.cs
        self.chi = math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n))
        self.gap = max(1, int(1 / (10 * n * (self.c1 + self.cmu))))
        self.pc, self.ps = np.zeros(n), np.zeros(n)
        self.C = np.ones(n) if diagonal else np.eye(n)
        self.B, self.D = np.eye(n) if not diagonal else None, np.ones(n)
        self.g = 0

    def ask(self):
        self.z = self.rng.standard_normal((self.lam, self.n))
        self.y = self.z * self.D if self.diagonal else (self.z * self.D) @ self.B.T
        return self.m + self.sigma * self.y

    def tell(self, values):
        n = self.n
        self.g += 1
        order = np.argsort(values, kind="stable")
        y, z = self.y[order], self.z[order]
        yw, zw = self.w[: self.mu] @ y[: self.mu], self.w[: self.mu] @ z[: self.mu]
        self.m = self.m + self.sigma * yw
        self.ps = (1 - self.cs) * self.ps + math.sqrt(self.cs * (2 - self.cs) * self.mueff) * (zw if self.diagonal else self.B @ zw)
        square = self.ps @ self.ps
        hsig = square / (1 - (1 - self.cs) ** (2 * self.g)) / n - 1 < 1 + 4 / (n + 1)
        self.pc = (1 - self.cc) * self.pc + hsig * math.sqrt(self.cc * (2 - self.cc) * self.mueff) * yw
        c1a = self.c1 * (1 - (1 - hsig) * self.cc * (2 - self.cc))
        w = np.where(self.w < 0, self.w * n / (z**2).sum(axis=1), self.w)
        decay = 1 - c1a - self.cmu * self.w.sum()
        if self.diagonal:
            self.C = decay * self.C + self.c1 * self.pc**2 + self.cmu * (w @ y**2)
            self.D = np.sqrt(self.C)
        else:
            self.C = decay * self.C + self.c1 * np.outer(self.pc, self.pc) + self.cmu * (y.T * w) @ y
            if self.g % self.gap == 0:
                values, self.B = np.linalg.eigh(self.C)
                self.D = np.sqrt(values)
        self.sigma *= math.exp(min(1, self.cs / self.damps * (math.sqrt(square) / self.chi - 1)))


def generations(request):
    n, popsize, diagonal = request["dimension"], request["population"], request["diagonal"]
    if cma is not None:
        options = {"popsize": popsize, "seed": 1, "verbose": -9, "CMA_diagonal": diagonal}
        strategy = cma.CMAEvolutionStrategy(n * [1.0], 1.0, options)
        tell = strategy.tell
    else:
        strategy = Formulas(n * [1.0], 1.0, popsize, diagonal)
        tell = lambda asked, values: strategy.tell(values)  # noqa: E731
    seconds = 0.0
    for _ in range(request["generations"]):
        start = time.perf_counter()
        asked = strategy.ask()
        seconds += time.perf_counter() - start
        values = [float(np.dot(x, x)) for x in asked]
        start = time.perf_counter()
        tell(asked, values)
        seconds += time.perf_counter() - start
    return {"seconds": seconds}


def answer(request):
    if np is None:
        raise PeerMissing("python3-numpy is not installed")
    if request["op"] == "hello":
        peer = f"pycma {cma.__version__}" if cma is not None else "formulas in NumPy"
        return {"python": sys.version.split()[0], "numpy": np.__version__, "peer": peer}
    return generations(request)


if __name__ == "__main__":
    serve(answer)
