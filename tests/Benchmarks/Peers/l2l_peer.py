"""The Python side of the suite 'l2l': one process that answers requests, a JSON object a line, on standard output.

'generations' runs the outer loop of L2L as its documentation and the description of its code say: a trajectory with individuals, an
environment that evaluates them one after the other, forces a garbage collection after each one (left out where 'collect' is false: it takes
most of the time), stores the results, pickles the whole trajectory to a file for every generation and calls the optimizer back; the
optimizer is cross entropy with a Gaussian; simulate does nothing. The original itself does not run on today's Python. One thread.
"""

import gc
import os
import pickle
import tempfile
import time
from collections import OrderedDict

from peer import PeerMissing, serve

try:
    import numpy as np
except ImportError:
    np = None


class Individual:
    """Parameters with their generation and index, looked up by name behind 'individual.'."""

    def __init__(self, generation, ind_idx, params):
        self.generation, self.ind_idx, self.params = generation, ind_idx, {}
        for p in params:
            self.params.update(p)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self.__dict__["params"].get("individual." + name)


class Group:
    """A named group of values."""

    def __init__(self, name):
        self.name, self.params = name, {}

    def f_add_result(self, key, value):
        self.params[key] = value


class Trajectory:
    """Parameters, individuals by generation and results."""

    def __init__(self):
        self.par = {"generation": 0, "ind_idx": 0}
        self.individual, self.individuals = None, OrderedDict()
        self.results = {"all_results": Group("all_results"), "generation_params": Group("generation_params")}
        self.current_results, self.v_idx = [], -1

    def expand(self, columns):
        generation = columns["generation"][0]
        self.individuals[generation] = [
            Individual(generation, i, [{name: columns[name][i]} for name in columns if name not in ("generation", "ind_idx")])
            for i in columns["ind_idx"]
        ]


def dict_to_list(individual):
    return np.concatenate([np.atleast_1d(individual[key]) for key in sorted(individual)])


def list_to_dict(vector, spec):
    result, at = {}, 0
    for key, length in spec:
        result[key] = np.array(vector[at: at + length])
        at += length
    return result


def cartesian_product(columns, linked):
    """One group of linked columns and the generation, as the optimizers' base class calls it."""
    count = len(columns[linked[0]])
    return {name: list(values) if name in linked else list(values) * count for name, values in columns.items()}


class CrossEntropy:
    """Elite, Gaussian fit, sample, bound, expand."""

    def __init__(self, trajectory, population, dimension, last):
        self.rng, self.last, self.g = np.random.RandomState(1), last, 0
        self.low, self.high, self.spec = -5.0, 5.0, [("coords", dimension)]
        self.population, self.elite = population, population // 2
        self.eval_pop = [{"coords": self.rng.uniform(self.low, self.high, dimension)} for _ in range(population)]
        self.expand(trajectory)

    def expand(self, trajectory):
        grouped = {name: [individual[name] for individual in self.eval_pop] for name in self.eval_pop[0]}
        columns = {"individual." + name: values for name, values in grouped.items()}
        linked = ["ind_idx", *columns]
        columns.update(generation=[self.g], ind_idx=list(range(len(self.eval_pop))))
        trajectory.expand(cartesian_product(columns, linked))

    def post_process(self, trajectory, results):
        fitness = np.array([-np.dot((1.0,), f) for _, f in results])
        for run_index, f in results:
            trajectory.v_idx = run_index
            trajectory.results["$set.$.individual"] = self.eval_pop[run_index]
            trajectory.results["$set.$.fitness"] = f
        trajectory.v_idx = -1
        order = np.argsort(fitness)[::-1]
        vectors = np.array([dict_to_list(individual) for individual in self.eval_pop])[order][: self.elite]
        trajectory.results["generation_params"].f_add_result(
            "generation_%d" % self.g, {"best_fitness_in_run": fitness[order[0]], "average_fitness_in_run": np.mean(fitness), "pop_size": len(order)})
        if self.g >= self.last:
            return
        mean, covariance = vectors.mean(axis=0), np.cov(vectors.T)
        samples = self.rng.multivariate_normal(mean, covariance, self.population)
        self.eval_pop = []
        for vector in samples:
            individual = list_to_dict(vector, self.spec)
            self.eval_pop.append({key: np.clip(value, self.low, self.high) for key, value in individual.items()})
        self.g += 1
        self.expand(trajectory)


def simulate(trajectory):
    trajectory.individual.coords
    return (0.0,)


def run(population, dimension, generations, collect):
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        trajectory = Trajectory()
        optimizer = CrossEntropy(trajectory, population, dimension, generations - 1)
        for g in range(generations):
            results = []
            for individual in trajectory.individuals[g]:
                trajectory.individual = individual
                trajectory.par["ind_idx"] = individual.ind_idx
                results.append((individual.ind_idx, simulate(trajectory)))
                if collect:
                    gc.collect()
            trajectory.results["all_results"].f_add_result(g, results)
            trajectory.current_results, trajectory.par["generation"] = results, g
            with open(os.path.join(folder, "Trajectory_final_%020d.bin" % g), "wb") as file:
                pickle.dump(trajectory, file)
            optimizer.post_process(trajectory, results)
        return time.perf_counter() - begin


def answer(request):
    if np is None:
        raise PeerMissing("NumPy is not installed")
    if request["op"] == "generations":
        return {"seconds": run(request["population"], request["dimension"], request["generations"], request["collect"])}
    raise ValueError("unknown operation")


if __name__ == "__main__":
    serve(answer)
