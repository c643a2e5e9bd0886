"""Writes parity.json: the best fitness that the original optimizers reach with their own settings and budgets.

Every optimizer is written here from its description, with the defects that the description names (schedules that fall from T0 - T, swaps
that never happen, a last sample that is dropped, a centre that is never bounded). What is recorded is the best of the whole run.
Run with: python3 make_parity.py
"""
import json
import os

import numpy as np

SEEDS = 20


def ackley(x):
    d = x.shape[1]
    return np.e + 20 - 20 * np.exp(-0.2 * np.sqrt((x ** 2).sum(1) / d)) - np.exp(np.cos(2 * np.pi * x).sum(1) / d)


def rastrigin(x):
    return (x ** 2 + 10 - 10 * np.cos(2 * np.pi * x)).sum(1)


def rosenbrock(x):
    return (100 * (x[:, 1:] - x[:, :-1] ** 2) ** 2 + (1 - x[:, :-1]) ** 2).sum(1)


FUNCTIONS = {"Ackley2d": (ackley, 2.0), "Rastrigin2d": (rastrigin, 5.0), "Rosenbrock2d": (rosenbrock, 2.0)}


class Problem:
    def __init__(self, name):
        self.cost, self.limit = FUNCTIONS[name]
        self.best = np.inf

    def create(self, rng, n):
        return rng.uniform(-self.limit, self.limit, (n, 2))

    def bound(self, x):
        return np.clip(x, -self.limit, self.limit)

    def fitness(self, x):
        f = self.cost(x)
        self.best = min(self.best, f.min())
        return -f


def utilities(n):
    u = np.maximum(0, np.log(n / 2 + 1) - np.log(np.arange(1, n + 1)))
    return u / u.sum() - 1 / n


def cross_entropy(p, rng):
    pop, elite, magnitude = 10, 9, 1.0

    def fit(rows):
        nonlocal magnitude
        mean, cov = rows.mean(0), np.cov(rows.T)
        cov = cov + np.diag(np.abs(rng.normal(0, magnitude, 2)))
        magnitude *= 0.99
        return mean, cov

    x = p.create(rng, pop)
    fit(x)
    for _ in range(1000):
        order = np.argsort(p.fitness(x))[::-1]
        mean, cov = fit(x[order[:elite]])
        x = p.bound(rng.multivariate_normal(mean, cov, pop))


def face(p, rng):
    low, high, elite, grow, smoothing = 20, 50, 10, 5, 0.2
    size, last_best, last_gamma = low, -np.inf, -np.inf
    x = p.create(rng, size)
    mean, cov = x.mean(0), np.cov(x.T)
    for _ in range(30):
        f = p.fitness(x)
        order = np.argsort(f)[::-1]
        best, gamma = f[order[0]], f[order[elite - 1]]
        if best > last_best or gamma > last_gamma:
            size = (size + low) // 2
            rows = x[order[:elite]]
            mean = smoothing * mean + (1 - smoothing) * rows.mean(0)
            cov = smoothing * cov + (1 - smoothing) * np.cov(rows.T)
        elif size + grow <= high:
            size += grow
        else:
            break
        last_best, last_gamma = best, gamma
        x = p.bound(rng.multivariate_normal(mean, cov, size))


def genetic(p, rng):
    n = 50
    x = p.create(rng, n)
    f = p.fitness(x)
    for _ in range(99):
        picks = np.array([max(rng.integers(0, n, 15), key=lambda i: f[i]) for _ in range(n)])
        y, valid, g = x[picks].copy(), np.ones(n, bool), f[picks].copy()
        for i in range(0, n - 1, 2):
            if rng.random() < 0.5:
                w = 2 * rng.random(2) - 0.5
                y[i], y[i + 1] = p.bound((1 - w) * y[i] + w * y[i + 1]), p.bound(w * y[i] + (1 - w) * y[i + 1])
                valid[i] = valid[i + 1] = False

        def mutate(i):
            change = rng.random(2) < 0.02
            y[i] = p.bound(y[i] + change * rng.normal(0, 1, 2))
            valid[i] = False

        for i in range(n):
            if rng.random() < 0.3:
                mutate(i)
        for i in range(n):
            for j in np.flatnonzero((y[i + 1:] == y[i]).all(1)) + i + 1:
                if (y[i] == y[j]).all() and rng.random() < 0.8:
                    mutate(j)
        if not valid.all():
            g[~valid] = p.fitness(y[~valid])
        x, f = y, g


def evolution_strategies(p, rng):
    centre = p.create(rng, 1)[0]
    for _ in range(1000):
        e = rng.normal(0, 1, (20, 2))
        e = np.vstack([e, -e])
        f = p.fitness(p.bound(np.vstack([centre + e, centre])))[:-1]
        order = np.argsort(f)[::-1]
        centre = centre + 0.1 * (utilities(40)[:, None] * e[order]).sum(0) / 40


def natural_evolution_strategies(p, rng):
    mean, sigma, rate = p.create(rng, 1)[0], np.ones(2), (3 + np.log(2)) / (5 * np.sqrt(2))
    for _ in range(100):
        s = rng.normal(0, 1, (6, 2))
        s = np.vstack([s, -s])
        f = p.fitness(p.bound(mean + sigma * s))[:-1]
        s = s[:-1][np.argsort(f)[::-1]]
        u = utilities(len(s))[:, None]
        mean, sigma = mean + sigma * (u * s).sum(0), sigma * np.exp(0.5 * rate * (u * (s ** 2 - 1)).sum(0))


def gradient_descent(p, rng):
    x, v = p.create(rng, 1)[0], np.zeros(2)
    for _ in range(100):
        y = p.bound(np.vstack([x + rng.normal(0, 0.01, (5, 2)), x]))
        f = p.fitness(y)
        g = np.linalg.pinv(y[:-1] - y[-1]) @ (f[:-1] - f[-1])
        v = 0.5 * v + 0.5 * g ** 2
        x = p.bound(x + 0.01 * g / np.sqrt(v + 1e-6))


def grid_search(p, rng):
    axis = np.linspace(-p.limit, p.limit, 31)
    p.fitness(np.array(np.meshgrid(axis, axis)).reshape(2, -1).T)


def simulated_annealing(p, rng):
    n, t = 100, 1.0
    x, f = p.create(rng, 50), np.full(50, -np.inf)
    y = p.bound(x + rng.normal(0, 0.03, (50, 2)) * 0.03)
    for g in range(n):
        t = (1 - t) * ((n - g - 1) / n) ** 2
        new = p.fitness(y)
        with np.errstate(all="ignore"):
            take = (rng.random(50) < np.exp((new - f) / t)) | (new >= f)
        x[take], f[take] = y[take], new[take]
        y = p.bound(x + rng.normal(0, 1, (50, 2)) * 0.03 * t)


def parallel_tempering(p, rng):
    n = 1000
    bounds = np.array([[0.8, 0], [0.7, 0], [0.6, 0], [1, 0.1], [0.9, 0.2]])
    t = bounds[:, 0].copy()
    x, f = p.create(rng, 5), np.full(5, -np.inf)
    y = p.bound(x + rng.normal(0, 0.03, (5, 2)) * 0.03)
    for g in range(n):
        k, start, end = g + 1, bounds[:, 0], bounds[:, 1]
        exponential = end + (start - t) / (1 + np.exp(2 * np.log(start - end) / n * (k - n / 2)))
        linear = end + (start - t) * (n - k) / n
        t = np.where(np.arange(5) < 3, exponential, linear)
        new = p.fitness(y)
        with np.errstate(all="ignore"):
            take = (rng.random(5) < np.exp((new - f) / t)) | (new >= f)
        x[take], f[take] = y[take], new[take]
        y = p.bound(x + rng.normal(0, 1, (5, 2)) * 0.03 * t[:, None])


def ensemble_kalman(p, rng):
    u = p.create(rng, 50)
    for _ in range(50):
        f = p.fitness(u)
        out = -f
        spread = out - out.mean()
        cross = ((u - u.mean(0)) * spread[:, None]).mean(0)
        new = u + ((0 - out) / ((spread ** 2).mean() + 1))[:, None] * cross
        order = np.argsort(f)[::-1]
        new[order[-12:]] = u[order[rng.integers(0, 12, 12)]] + rng.normal(0, 0.1, (12, 2))
        u = p.bound(new)


OPTIMIZERS = {
    "cross-entropy": cross_entropy, "face": face, "genetic-algorithm": genetic, "evolution-strategies": evolution_strategies,
    "natural-evolution-strategies": natural_evolution_strategies, "gradient-descent": gradient_descent, "grid-search": grid_search,
    "simulated-annealing": simulated_annealing, "parallel-tempering": parallel_tempering, "ensemble-kalman": ensemble_kalman,
}

if __name__ == "__main__":
    found = []
    for name, run in OPTIMIZERS.items():
        for function in FUNCTIONS:
            costs = []
            for seed in range(SEEDS):
                problem = Problem(function)
                run(problem, np.random.default_rng(seed))
                costs.append(float(problem.best))
            found.append({"optimizer": name, "function": function, "costs": costs})
            print(name, function, np.median(costs))
    description = "The least cost of each of 20 runs of the original optimizers, written from their description with their settings and budgets."
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "parity.json"), "w") as file:
        json.dump({"description": description, "how_produced": "make_parity.py, NumPy 1.24.2", "runs": found}, file, indent=1)
