"""The Python side of the suite 'rl-env': one process that answers requests, a JSON object a line, on standard output.

'single' steps one environment, 'vector' 64 CartPoles as arrays, 'gae' and 'vtrace' estimate advantages; each answers its seconds. The
equations are those of the classic-control tasks, written with NumPy as such environments usually are: a float32 array per observation.
"""

import json
import math
import sys
import time

try:
    import numpy as np
except ImportError:
    np = None


def cartpole(s, a):
    x, v, th, w = s
    force = 10.0 if a == 1 else -10.0
    c, n = np.cos(th), np.sin(th)
    t = (force + 0.05 * np.square(w) * n) / 1.1
    acc = (9.8 * n - c * t) / (0.5 * (4.0 / 3.0 - 0.1 * np.square(c) / 1.1))
    s = np.array((x + 0.02 * v, v + 0.02 * (t - 0.05 * acc * c / 1.1), th + 0.02 * w, w + 0.02 * acc))
    over = bool(abs(s[0]) > 2.4 or abs(s[2]) > 0.20943951)
    return s, np.array(s, dtype=np.float32), 1.0, over


def mountain_car(s, a):
    x, v = s
    v = np.clip(v + (a - 1) * 0.001 - math.cos(3 * x) * 0.0025, -0.07, 0.07)
    x = np.clip(x + v, -1.2, 0.6)
    if x == -1.2 and v < 0:
        v = 0
    return (x, v), np.array((x, v), dtype=np.float32), -1.0, bool(x >= 0.5 and v >= 0)


def pendulum(s, a):
    th, w = s
    u = np.clip(0.5, -2.0, 2.0)
    tilt = ((th + np.pi) % (2 * np.pi)) - np.pi
    cost = tilt**2 + 0.1 * w**2 + 0.001 * u**2
    w = np.clip(w + (15.0 * np.sin(th) + 3.0 * u) * 0.05, -8, 8)
    th = th + w * 0.05
    return np.array([th, w]), np.array([np.cos(th), np.sin(th), w], dtype=np.float32), -cost, False


TASKS = {"cartpole": (cartpole, 4, 0.05), "mountain-car": (mountain_car, 2, 0.05), "pendulum": (pendulum, 2, 1.0)}


def single(request):
    step, size, width = TASKS[request["task"]]
    rng = np.random.default_rng(1)
    s = rng.uniform(-width, width, size)
    start = time.perf_counter()
    for i in range(request["steps"]):
        s, _, _, over = step(s, i & 1)
        if over:
            s = rng.uniform(-width, width, size)
    return {"seconds": time.perf_counter() - start}


def vector(request):
    rng = np.random.default_rng(1)
    s = rng.uniform(-0.05, 0.05, (4, 64))
    a = np.zeros(64, dtype=np.int64)
    count = np.zeros(64, dtype=np.int32)
    start = time.perf_counter()
    for _ in range(request["steps"]):
        x, v, th, w = s
        force = np.sign(a - 0.5) * 10.0
        c, n = np.cos(th), np.sin(th)
        t = (force + 0.05 * np.square(w) * n) / 1.1
        acc = (9.8 * n - c * t) / (0.5 * (4.0 / 3.0 - 0.1 * np.square(c) / 1.1))
        s = np.stack((x + 0.02 * v, v + 0.02 * (t - 0.05 * acc * c / 1.1), th + 0.02 * w, w + 0.02 * acc))
        count += 1
        over = (np.abs(s[0]) > 2.4) | (np.abs(s[2]) > 0.20943951) | (count >= 500)
        s[:, over] = rng.uniform(-0.05, 0.05, (4, over.sum()))
        count[over] = 0
        s.T.astype(np.float32)
    return {"seconds": time.perf_counter() - start}


def gae(request):
    try:
        from scipy.signal import lfilter
    except ImportError:
        return {"error": "python3-scipy is not installed"}
    r, v = np.zeros(request["steps"]), np.zeros(request["steps"] + 1)
    start = time.perf_counter()
    delta = r + 0.99 * v[1:] - v[:-1]
    lfilter([1], [1, -0.99 * 0.95], delta[::-1])[::-1].copy()
    return {"seconds": time.perf_counter() - start}


def vtrace(request):
    steps = request["steps"]
    zero, v = np.zeros(steps), np.zeros(steps + 1)
    start = time.perf_counter()
    rho = np.exp(zero - zero)
    clipped, c = np.minimum(1.0, rho), np.minimum(1.0, rho)
    delta = clipped * (zero + 0.99 * v[1:] - v[:-1])
    u, out = 0.0, np.empty(steps)
    for t in range(steps - 1, -1, -1):
        u = delta[t] + 0.99 * c[t] * u
        out[t] = u
    vs = np.append(v[:-1] + out, v[-1])
    clipped * (zero + 0.99 * vs[1:] - v[:-1])
    return {"seconds": time.perf_counter() - start}


OPERATIONS = {"single": single, "vector": vector, "gae": gae, "vtrace": vtrace}


def answer(request):
    if np is None:
        return {"error": "python3-numpy is not installed", "missing": True}
    return OPERATIONS[request["op"]](request)


def main():
    for line in sys.stdin:
        try:
            result = answer(json.loads(line))
        except Exception as failure:  # noqa: BLE001 - every failure is an answer
            result = {"error": f"{type(failure).__name__}: {failure}"}
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
