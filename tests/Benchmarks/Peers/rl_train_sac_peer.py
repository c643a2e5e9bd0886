"""The Python side of the SAC case of 'rl-train': one process that answers requests, a JSON object a line, on standard output.

'sac' trains on the pendulum as single-file Python implementations do: one environment, a NumPy replay buffer, two critics and a policy of two
256-unit layers as modules, Adam for each, an automatic temperature; it answers the seconds of the whole run. Half the usual cost of the
temperature is saved: its loss takes the log-probabilities of the policy's own step.
"""

import time

from peer import PeerMissing, serve

MISSING = []
try:
    import numpy as np
except ImportError:
    MISSING.append("python3-numpy")
try:
    import torch
    from torch import nn
    from torch.nn import functional as F

    torch.set_num_threads(1)
except ImportError:
    MISSING.append("python3-torch")
    nn = None


class Pendulum:
    def __init__(self, rng):
        self.rng = rng

    def reset(self):
        self.s, self.t = self.rng.uniform([-np.pi, -1.0], [np.pi, 1.0]), 0
        return self.observe()

    def observe(self):
        th, w = self.s
        return np.array([np.cos(th), np.sin(th), w], dtype=np.float32)

    def step(self, action):
        th, w = self.s
        u = np.clip(action, -2.0, 2.0)[0]
        tilt = ((th + np.pi) % (2 * np.pi)) - np.pi
        cost = tilt**2 + 0.1 * w**2 + 0.001 * u**2
        w = np.clip(w + (15.0 * np.sin(th) + 3.0 * u) * 0.05, -8, 8)
        self.s = np.array([th + w * 0.05, w])
        self.t += 1
        return self.observe(), -cost, False, self.t >= 200


class Buffer:
    def __init__(self, capacity, observation, action, rng):
        self.o, self.n = (np.zeros((capacity, observation), dtype=np.float32) for _ in range(2))
        self.a = np.zeros((capacity, action), dtype=np.float32)
        self.r, self.d = (np.zeros(capacity, dtype=np.float32) for _ in range(2))
        self.size, self.next, self.rng = 0, 0, rng

    def add(self, o, a, r, n, d):
        i = self.next
        self.o[i], self.a[i], self.r[i], self.n[i], self.d[i] = o, a, r, n, d
        self.next = (i + 1) % len(self.r)
        self.size = min(self.size + 1, len(self.r))

    def sample(self, batch):
        i = self.rng.integers(0, self.size, batch)
        return [torch.from_numpy(x[i]) for x in (self.o, self.a, self.r, self.n, self.d)]


def make_networks():
    class Critic(nn.Module):
        def __init__(self):
            super().__init__()
            self.fc1, self.fc2, self.fc3 = nn.Linear(4, 256), nn.Linear(256, 256), nn.Linear(256, 1)

        def forward(self, o, a):
            x = torch.cat([o, a], 1)
            return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x))))).view(-1)

    class Actor(nn.Module):
        def __init__(self):
            super().__init__()
            self.fc1, self.fc2 = nn.Linear(3, 256), nn.Linear(256, 256)
            self.mean, self.log_std = nn.Linear(256, 1), nn.Linear(256, 1)

        def sample(self, o):
            x = F.relu(self.fc2(F.relu(self.fc1(o))))
            log_std = -20 + 0.5 * 22 * (1 + torch.tanh(self.log_std(x)))
            normal = torch.distributions.Normal(self.mean(x), log_std.exp())
            z = normal.rsample()
            log_prob = normal.log_prob(z) - 2 * (np.log(2) - z - F.softplus(-2 * z))
            return torch.tanh(z), log_prob.sum(1)

    return Critic, Actor


def sac(request):
    steps, starts, batch, rate = request["steps"], request["starts"], 256, 1e-3
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    critic, actor_type = make_networks()
    start = time.perf_counter()
    q1, q2, t1, t2, actor = critic(), critic(), critic(), critic(), actor_type()
    t1.load_state_dict(q1.state_dict())
    t2.load_state_dict(q2.state_dict())
    q_adam = torch.optim.Adam([*q1.parameters(), *q2.parameters()], lr=rate)
    actor_adam = torch.optim.Adam(actor.parameters(), lr=rate)
    log_alpha = torch.zeros(1, requires_grad=True)
    alpha_adam = torch.optim.Adam([log_alpha], lr=rate)
    env, buffer = Pendulum(rng), Buffer(1_000_000, 3, 1, rng)
    o = env.reset()
    for step in range(steps):
        if step < starts:
            a = rng.uniform(-1, 1, 1).astype(np.float32)
        else:
            with torch.no_grad():
                a = actor.sample(torch.from_numpy(o)[None])[0][0].numpy()
        n, r, terminated, truncated = env.step(2 * a)
        buffer.add(o, a, r, n, terminated)
        o = env.reset() if terminated or truncated else n
        if step + 1 < starts:
            continue
        bo, ba, br, bn, bd = buffer.sample(batch)
        alpha = log_alpha.exp().item()
        with torch.no_grad():
            na, nl = actor.sample(bn)
            y = br + (1 - bd) * 0.99 * (torch.min(t1(bn, na), t2(bn, na)) - alpha * nl)
        loss = F.mse_loss(q1(bo, ba), y) + F.mse_loss(q2(bo, ba), y)
        q_adam.zero_grad()
        loss.backward()
        q_adam.step()
        pa, pl = actor.sample(bo)
        actor_loss = (alpha * pl - torch.min(q1(bo, pa), q2(bo, pa))).mean()
        actor_adam.zero_grad()
        actor_loss.backward()
        actor_adam.step()
        alpha_loss = (-log_alpha * (pl.detach() - 1)).mean()
        alpha_adam.zero_grad()
        alpha_loss.backward()
        alpha_adam.step()
        with torch.no_grad():
            for q, t in ((q1, t1), (q2, t2)):
                for p, target in zip(q.parameters(), t.parameters()):
                    target.mul_(0.995).add_(p, alpha=0.005)
    return {"seconds": time.perf_counter() - start}


OPERATIONS = {"sac": sac}


def answer(request):
    if MISSING:
        raise PeerMissing(" and ".join(MISSING) + " not installed")
    return OPERATIONS[request["op"]](request)


if __name__ == "__main__":
    serve(answer)
