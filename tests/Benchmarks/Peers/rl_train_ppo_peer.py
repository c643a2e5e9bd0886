"""The Python side of PPO in the suite 'rl-train': one process that answers requests, a JSON object a line, on standard output.

'ppo' trains on CartPole-v1 with CleanRL's settings of ppo.py (4 environments, 128 steps, 4 minibatches, 4 epochs, two networks of two 64-unit
tanh layers, annealed Adam, clipped values) for a number of steps and answers its seconds. The environments are Gymnasium's, in its
SyncVectorEnv, where PEER_GYMNASIUM names a checkout of it, else the same equations with NumPy, as light as such code gets. One thread.
"""

import os
import sys
import time

from peer import PeerMissing, serve

try:
    import numpy as np
    import torch
    from torch import nn
    from torch.distributions.categorical import Categorical
except ImportError:
    torch = None

if torch is not None and os.environ.get("PEER_GYMNASIUM"):
    sys.path.insert(0, os.environ["PEER_GYMNASIUM"])
    import gymnasium
else:
    gymnasium = None


class Poles:
    """Copies of CartPole-v1, stepped one after the other, that reset in their last step."""

    def __init__(self, count):
        self.rng = np.random.default_rng(1)
        self.states = [None] * count
        self.counts = [0] * count

    def begin(self, i):
        self.states[i] = self.rng.uniform(-0.05, 0.05, 4)
        self.counts[i] = 0

    def reset(self):
        for i in range(len(self.states)):
            self.begin(i)
        return np.array(self.states, dtype=np.float32)

    def step(self, actions):
        over = np.zeros(len(actions), dtype=bool)
        for i, action in enumerate(actions):
            x, v, th, w = self.states[i]
            force = 10.0 if action == 1 else -10.0
            c, n = np.cos(th), np.sin(th)
            t = (force + 0.05 * np.square(w) * n) / 1.1
            acc = (9.8 * n - c * t) / (0.5 * (4.0 / 3.0 - 0.1 * np.square(c) / 1.1))
            x, v, th, w = x + 0.02 * v, v + 0.02 * (t - 0.05 * acc * c / 1.1), th + 0.02 * w, w + 0.02 * acc
            self.states[i] = np.array((x, v, th, w))
            self.counts[i] += 1
            over[i] = abs(x) > 2.4 or abs(th) > 0.20943951 or self.counts[i] >= 500
            if over[i]:
                self.begin(i)
        return np.array(self.states, dtype=np.float32), np.ones(len(actions)), over


class GymnasiumPoles:
    def __init__(self, count):
        make = [lambda: gymnasium.wrappers.RecordEpisodeStatistics(gymnasium.make("CartPole-v1")) for _ in range(count)]
        self.inner = gymnasium.vector.SyncVectorEnv(make)

    def reset(self):
        return self.inner.reset(seed=1)[0]

    def step(self, actions):
        observations, rewards, terminated, truncated, _ = self.inner.step(actions)
        return observations, rewards, np.logical_or(terminated, truncated)


def layer(inputs, outputs, gain=2**0.5):
    made = nn.Linear(inputs, outputs)
    nn.init.orthogonal_(made.weight, gain)
    nn.init.constant_(made.bias, 0.0)
    return made


class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.critic = nn.Sequential(layer(4, 64), nn.Tanh(), layer(64, 64), nn.Tanh(), layer(64, 1, 1.0))
        self.actor = nn.Sequential(layer(4, 64), nn.Tanh(), layer(64, 64), nn.Tanh(), layer(64, 2, 0.01))

    def act(self, x, action=None):
        choices = Categorical(logits=self.actor(x))
        if action is None:
            action = choices.sample()
        return action, choices.log_prob(action), choices.entropy(), self.critic(x)


def ppo(request):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    np.random.seed(1)
    environments, length, total = 4, 128, request["steps"]
    batch, minibatch = environments * length, environments * length // 4
    poles = (GymnasiumPoles if gymnasium else Poles)(environments)
    agent = Agent()
    optimizer = torch.optim.Adam(agent.parameters(), lr=2.5e-4, eps=1e-5)
    start = time.perf_counter()
    seen = torch.zeros((length, environments, 4))
    actions = torch.zeros((length, environments))
    logs = torch.zeros((length, environments))
    rewards = torch.zeros((length, environments))
    dones = torch.zeros((length, environments))
    values = torch.zeros((length, environments))
    observation = torch.Tensor(poles.reset())
    done = torch.zeros(environments)
    updates = total // batch
    for update in range(updates):
        optimizer.param_groups[0]["lr"] = (1.0 - update / updates) * 2.5e-4
        for step in range(length):
            seen[step], dones[step] = observation, done
            with torch.no_grad():
                action, log, _, value = agent.act(observation)
                values[step] = value.flatten()
            actions[step], logs[step] = action, log
            observation, reward, over = poles.step(action.numpy())
            rewards[step] = torch.tensor(reward).view(-1)
            observation, done = torch.Tensor(observation), torch.Tensor(over)
        with torch.no_grad():
            following = agent.critic(observation).reshape(1, -1)
            advantages = torch.zeros_like(rewards)
            later = 0
            for t in reversed(range(length)):
                goes_on = 1.0 - (done if t == length - 1 else dones[t + 1])
                next_value = following if t == length - 1 else values[t + 1]
                delta = rewards[t] + 0.99 * next_value * goes_on - values[t]
                advantages[t] = later = delta + 0.99 * 0.95 * goes_on * later
            returns = advantages + values
        b_seen, b_actions, b_logs = seen.reshape(-1, 4), actions.reshape(-1), logs.reshape(-1)
        b_advantages, b_returns, b_values = advantages.reshape(-1), returns.reshape(-1), values.reshape(-1)
        order = np.arange(batch)
        for _ in range(4):
            np.random.shuffle(order)
            for first in range(0, batch, minibatch):
                rows = order[first : first + minibatch]
                _, new_logs, entropy, new_values = agent.act(b_seen[rows], b_actions.long()[rows])
                difference = new_logs - b_logs[rows]
                ratio = difference.exp()
                with torch.no_grad():
                    ((ratio - 1) - difference).mean()
                    ((ratio - 1.0).abs() > 0.2).float().mean().item()
                advantage = b_advantages[rows]
                advantage = (advantage - advantage.mean()) / (advantage.std() + 1e-8)
                policy_loss = torch.max(-advantage * ratio, -advantage * torch.clamp(ratio, 0.8, 1.2)).mean()
                new_values = new_values.view(-1)
                plain = (new_values - b_returns[rows]) ** 2
                clipped = b_values[rows] + torch.clamp(new_values - b_values[rows], -0.2, 0.2)
                value_loss = 0.5 * torch.max(plain, (clipped - b_returns[rows]) ** 2).mean()
                loss = policy_loss - 0.01 * entropy.mean() + 0.5 * value_loss
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(agent.parameters(), 0.5)
                optimizer.step()
    return {"seconds": time.perf_counter() - start, "steps": updates * batch}


def answer(request):
    if torch is None:
        raise PeerMissing("python3-torch or python3-numpy is not installed")
    return {"ppo": ppo}[request["op"]](request)


if __name__ == "__main__":
    serve(answer)
