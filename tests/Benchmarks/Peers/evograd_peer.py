"""The Python side of the suite 'evograd': one process that answers requests, a JSON object a line, on standard output.

The same mathematics as ours, written in torch: draw a population of a normal distribution, standardise its fitness, take the expectation
by the probability ratio that is one in value, differentiate it and update the mean. Batched, or individual by individual. One thread.
"""

import resource
import sys
import time

from peer import PeerMissing, serve

try:
    import torch
except ImportError:
    torch = None

SIGMA = 0.1


def make(name, population, dimension):
    mean = torch.zeros(dimension, requires_grad=True)
    optimizer = torch.optim.SGD([mean], lr=0.01)

    def update(fitness, log_probability):
        shaped = (fitness - fitness.mean()) / fitness.std()
        ratio = torch.exp(log_probability - log_probability.detach())
        optimizer.zero_grad()
        (-(shaped * ratio).mean()).backward()
        optimizer.step()

    def batched():
        x = mean.detach() + SIGMA * torch.randn(population, dimension)
        fitness = -(x - 3).square().sum(1)
        update(fitness, (x - mean).square().sum(1) / (-2 * SIGMA**2))

    def loop():
        fitness, log_probability = [], []
        for _ in range(population):
            x = mean.detach() + SIGMA * torch.randn(dimension)
            fitness.append(-(x - 3).square().sum())
            log_probability.append((x - mean).square().sum() / (-2 * SIGMA**2))
        update(torch.stack(fitness), torch.stack(log_probability))

    return {"batched": batched, "memory": batched, "loop": loop}[name]


MADE = {}


def answer(request):
    if torch is None:
        raise PeerMissing("python3-torch is not installed")
    if request["op"] == "hello":
        return {"python": sys.version.split()[0], "torch": torch.__version__}
    key = (request["op"], request["population"], request["dimension"])
    if key not in MADE:
        MADE[key] = make(*key)
        if request["op"] == "batched":
            MADE[key]()
    if request["op"] == "memory":
        if "memory" not in MADE:
            before = resident()
            MADE[key]()
            MADE["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
        return {"megabytes": MADE["memory"]}
    start = time.perf_counter()
    for _ in range(request["runs"]):
        MADE[key]()
    return {"seconds": time.perf_counter() - start}


def resident():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS:"))


if __name__ == "__main__":
    if torch is not None:
        torch.set_num_threads(1)
    serve(answer)
