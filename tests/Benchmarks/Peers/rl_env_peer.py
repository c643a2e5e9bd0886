"""The Python side of the suite 'rl-env': one process that answers requests, a JSON object a line, on standard output.

'single' steps one environment, 'vector' 64 of them, 'gae' and 'vtrace' estimate advantages; each answers its seconds. Where
PEER_GYMNASIUM names a checkout of Gymnasium, its environments step, single ones without their wrappers and vectors as make_vec gives
them. Else the same equations do, written with NumPy as such environments usually are: a float32 array per observation, and arrays of 64
for the vectors.
"""

import math
import os
import sys
import time
import types

from peer import PeerMissing, serve

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


def acrobot_slope(s, torque):
    t1, t2, w1, w2 = s
    d1 = 3.5 + np.cos(t2)
    d2 = 1.25 + 0.5 * np.cos(t2)
    phi2 = 4.9 * np.cos(t1 + t2 - np.pi / 2.0)
    phi1 = -0.5 * w2**2 * np.sin(t2) - w2 * w1 * np.sin(t2) + 14.7 * np.cos(t1 - np.pi / 2) + phi2
    a2 = (torque + d2 / d1 * phi1 - 0.5 * w1**2 * np.sin(t2) - phi2) / (1.25 - d2**2 / d1)
    return np.array((w1, w2, -(d2 * a2 + phi1) / d1, a2))


def acrobot_state(s, torque):
    k1 = acrobot_slope(s, torque)
    k2 = acrobot_slope(s + 0.1 * k1, torque)
    k3 = acrobot_slope(s + 0.1 * k2, torque)
    k4 = acrobot_slope(s + 0.2 * k3, torque)
    s = s + 0.2 / 6.0 * (k1 + 2 * k2 + 2 * k3 + k4)
    s[:2] = (s[:2] + np.pi) % (2 * np.pi) - np.pi
    s[2] = np.clip(s[2], -4 * np.pi, 4 * np.pi)
    s[3] = np.clip(s[3], -9 * np.pi, 9 * np.pi)
    return s


def acrobot(s, a):
    s = acrobot_state(s, a - 1.0)
    seen = np.array((np.cos(s[0]), np.sin(s[0]), np.cos(s[1]), np.sin(s[1]), s[2], s[3]), dtype=np.float32)
    over = bool(-np.cos(s[0]) - np.cos(s[1] + s[0]) > 1.0)
    return s, seen, 0.0 if over else -1.0, over


TASKS = {
    "cartpole": (cartpole, 4, 0.05, "CartPole-v1"),
    "mountain-car": (mountain_car, 2, 0.05, "MountainCar-v0"),
    "pendulum": (pendulum, 2, 1.0, "Pendulum-v1"),
    "acrobot": (acrobot, 4, 0.1, "Acrobot-v1"),
}


def cartpoles(s):
    x, v, th, w = s
    force = np.full(64, -10.0)
    c, n = np.cos(th), np.sin(th)
    t = (force + 0.05 * np.square(w) * n) / 1.1
    acc = (9.8 * n - c * t) / (0.5 * (4.0 / 3.0 - 0.1 * np.square(c) / 1.1))
    s = np.stack((x + 0.02 * v, v + 0.02 * (t - 0.05 * acc * c / 1.1), th + 0.02 * w, w + 0.02 * acc))
    return s, s, (np.abs(s[0]) > 2.4) | (np.abs(s[2]) > 0.20943951)


def mountain_cars(s):
    x, v = s
    v = np.clip(v - 0.001 - np.cos(3 * x) * 0.0025, -0.07, 0.07)
    x = np.clip(x + v, -1.2, 0.6)
    v = np.where((x == -1.2) & (v < 0), 0.0, v)
    s = np.stack((x, v))
    return s, s, (x >= 0.5) & (v >= 0)


def pendulums(s):
    th, w = s
    u = np.clip(np.zeros(64), -2.0, 2.0)
    tilt = ((th + np.pi) % (2 * np.pi)) - np.pi
    tilt**2 + 0.1 * w**2 + 0.001 * u**2
    w = np.clip(w + (15.0 * np.sin(th) + 3.0 * u) * 0.05, -8, 8)
    s = np.stack((th + w * 0.05, w))
    return s, np.stack((np.cos(s[0]), np.sin(s[0]), w)), np.zeros(64, dtype=bool)


def acrobots(s):
    s = acrobot_state(s, -1.0)
    seen = np.stack((np.cos(s[0]), np.sin(s[0]), np.cos(s[1]), np.sin(s[1]), s[2], s[3]))
    return s, seen, -np.cos(s[0]) - np.cos(s[1] + s[0]) > 1.0


BATCHES = {"cartpole": cartpoles, "mountain-car": mountain_cars, "pendulum": pendulums, "acrobot": acrobots}


def load_gymnasium():
    """Gymnasium from the checkout; two packages that it only needs for news and worker processes are stood in for where they are missing."""
    folder = os.environ.get("PEER_GYMNASIUM")
    if not folder:
        return None
    sys.path.insert(0, folder)
    for name in ("farama_notifications", "cloudpickle"):
        try:
            __import__(name)
        except ImportError:
            sys.modules[name] = types.ModuleType(name)
            sys.modules[name].notifications = {}
    import gymnasium

    return gymnasium


def gymnasium_single(gym, request):
    name = TASKS[request["task"]][3]
    env = gym.make(name).unwrapped
    pushes = [np.array([0.5], dtype=np.float32)] * 2 if name == "Pendulum-v1" else [0, 1]
    env.reset(seed=1)
    start = time.perf_counter()
    for i in range(request["steps"]):
        if env.step(pushes[i & 1])[2]:
            env.reset()
    return {"seconds": time.perf_counter() - start}


def gymnasium_vector(gym, request):
    name = TASKS[request["task"]][3]
    envs = gym.make_vec(name, 64)
    actions = np.zeros(envs.action_space.shape, dtype=envs.action_space.dtype)
    envs.reset(seed=1)
    start = time.perf_counter()
    for _ in range(request["steps"]):
        envs.step(actions)
    return {"seconds": time.perf_counter() - start}


def single(request):
    if (gym := load_gymnasium()) is not None:
        return gymnasium_single(gym, request)
    step, size, width, _ = TASKS[request["task"]]
    rng = np.random.default_rng(1)
    s = rng.uniform(-width, width, size)
    start = time.perf_counter()
    for i in range(request["steps"]):
        s, _, _, over = step(s, i & 1)
        if over:
            s = rng.uniform(-width, width, size)
    return {"seconds": time.perf_counter() - start}


def vector(request):
    if (gym := load_gymnasium()) is not None:
        return gymnasium_vector(gym, request)
    step, (_, size, width, _) = BATCHES[request["task"]], TASKS[request["task"]]
    rng = np.random.default_rng(1)
    s = rng.uniform(-width, width, (size, 64))
    count = np.zeros(64, dtype=np.int32)
    start = time.perf_counter()
    for _ in range(request["steps"]):
        s, seen, over = step(s)
        count += 1
        over = over | (count >= 500)
        s[:, over] = rng.uniform(-width, width, (size, over.sum()))
        count[over] = 0
        seen.T.astype(np.float32)
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
        raise PeerMissing("python3-numpy is not installed")
    return OPERATIONS[request["op"]](request)


if __name__ == "__main__":
    serve(answer)
