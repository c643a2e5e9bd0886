"""The Python side of the suite 'exputils': one process that answers requests, a JSON object a line, on standard output.

'lookup', 'enumerate' and 'collect' use PyExpUtils from the checkout that $PEER_PYEXPUTILS names; without one, a plain Python
version of the same operations. 'load' reads the results database with pandas, or with sqlite3 and NumPy where pandas is missing.
"""

import os
import sqlite3
import sys
import time

from peer import PeerMissing, serve

try:
    import numpy as np
except ImportError:
    np = None

CHECKOUT = os.environ.get("PEER_PYEXPUTILS")
if CHECKOUT:
    sys.path.insert(0, CHECKOUT)


class PlainExperiment:
    """Flat sweeps only: the paths sorted, the first fastest."""

    def __init__(self, document):
        self.pairs = sorted((key, value if isinstance(value, list) else [value]) for key, value in document["metaParameters"].items())

    def get_hypers(self, index):
        chosen = {}
        for key, values in self.pairs:
            chosen[key] = values[index % len(values)]
            index //= len(values)
        return chosen


class PlainWindow:
    def __init__(self, size):
        self.size, self.values = size, []

    def next(self, value):
        self.values.append(value)
        if len(self.values) < self.size:
            return None
        mean = sum(self.values) / self.size
        self.values = []
        return mean


class PlainSubsample:
    def __init__(self, every):
        self.every, self.clock = every, 0

    def next(self, value):
        is_given = self.clock % self.every == 0
        self.clock += 1
        return value if is_given else None


class PlainIdentity:
    def next(self, value):
        return value


class PlainCollector:
    """Frames of values that samplers give, each with its index and a context, as PyExpUtils keeps them."""

    def __init__(self, config):
        self.config, self.default, self.context = config, PlainIdentity(), {}
        self.frames, self.frame, self.index, self.number = {}, {}, 0, -1

    def next_frame(self):
        self.number += 1
        if not self.frame:
            return
        self.frame |= self.context | {"idx": self.index, "frame": self.number - 1}
        self.frames.setdefault(self.index, []).append(self.frame)
        self.frame = {}

    def collect(self, name, value):
        sample = self.config.get(name, self.default).next(value)
        if sample is not None:
            self.frame[name] = sample


def experiment(document):
    if not CHECKOUT:
        return PlainExperiment(document)
    from PyExpUtils.models.ExperimentDescription import ExperimentDescription

    return ExperimentDescription(document)


def collector():
    if not CHECKOUT:
        return PlainCollector({"a": PlainWindow(100), "s": PlainSubsample(100)})
    from PyExpUtils.collection.Collector import Collector
    from PyExpUtils.collection.Sampler import Subsample, Window

    made = Collector(config={"a": Window(100), "s": Subsample(100)})
    made.setIdx(0)
    return made


def lookup(request):
    exp, count = experiment(request["document"]), request["count"]
    start = time.perf_counter()
    for i in range(count):
        exp.get_hypers(i * 7919)["alpha"]
    return {"seconds": time.perf_counter() - start}


def enumerate_all(request):
    exp, count = experiment(request["document"]), request["count"]
    start, total = time.perf_counter(), 0.0
    for i in range(count):
        total += exp.get_hypers(i)["alpha"]
    return {"seconds": time.perf_counter() - start, "total": total}


def collect(request):
    made, count = collector(), request["count"]
    start = time.perf_counter()
    for i in range(count):
        made.next_frame()
        made.collect("a", float(i))
        made.collect("s", float(i))
        made.collect("b", float(i))
    return {"seconds": time.perf_counter() - start}


def load_pandas(pd, path):
    connection = sqlite3.connect(path)
    results = pd.read_sql_query('SELECT config_id, seed, frame, "return" FROM results WHERE "return" IS NOT NULL', connection)
    hypers = pd.read_sql_query("SELECT * FROM hyperparameters", connection)
    connection.close()
    means = results.groupby(["config_id", "frame"])["return"].mean().groupby("config_id").mean()
    table = hypers.merge(means.rename("score"), left_on="config_id", right_index=True)
    return {float(alpha): float(group["score"].min()) for alpha, group in table.groupby("alpha")}


def load_numpy(path):
    connection = sqlite3.connect(path)
    rows = connection.execute('SELECT config_id, seed, frame, "return" FROM results WHERE "return" IS NOT NULL').fetchall()
    hypers = connection.execute("SELECT config_id, alpha FROM hyperparameters").fetchall()
    connection.close()
    table = np.array(rows, dtype=np.float64)
    table = table[np.lexsort((table[:, 2], table[:, 1], table[:, 0]))]
    ids, starts = np.unique(table[:, 0], return_index=True)
    scores = {}
    for i, begin in zip(ids, np.split(table, starts[1:])):
        runs = len(np.unique(begin[:, 1]))
        scores[i] = begin[:, 3].reshape(runs, -1).mean(axis=0).mean()
    best = {}
    for i, alpha in hypers:
        best[alpha] = min(best.get(alpha, np.inf), float(scores[i]))
    return best


def load(request):
    try:
        import pandas as pd
    except ImportError:
        pd = None
    start = time.perf_counter()
    best = load_pandas(pd, request["path"]) if pd is not None else load_numpy(request["path"])
    return {"seconds": time.perf_counter() - start, "best": [best[alpha] for alpha in sorted(best)]}


OPERATIONS = {"lookup": lookup, "enumerate": enumerate_all, "collect": collect, "load": load}


def answer(request):
    if np is None:
        raise PeerMissing("python3-numpy is not installed")
    return OPERATIONS[request["op"]](request)


if __name__ == "__main__":
    serve(answer)
