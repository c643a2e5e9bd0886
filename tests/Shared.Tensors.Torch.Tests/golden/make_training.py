"""Writes training.npz: initial weights, data and the losses of small networks that Python's torch trains. Run it in this folder; it needs python3-torch."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

STEPS = 200
OPTIMIZERS = {
    "SGD": lambda parameters: torch.optim.SGD(parameters, lr=0.05, momentum=0.9),
    "Adam": lambda parameters: torch.optim.Adam(parameters, lr=0.003),
    "RMSProp": lambda parameters: torch.optim.RMSprop(parameters, lr=0.001),
    "AdamW": lambda parameters: torch.optim.AdamW(parameters, lr=0.003, weight_decay=0.05),
}


class LstmRegressor(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 16, batch_first=True)
        self.head = nn.Linear(16, 1)

    def forward(self, x):
        return self.head(self.lstm(x)[0][:, -1])


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(1, 4, 3, padding=1)
        self.second = nn.Conv2d(4, 8, 3)
        self.head = nn.Linear(32, 3)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.first(x)), 2)
        return self.head(F.relu(self.second(x)).flatten(1))


def problems():
    draw = torch.Generator().manual_seed(20)
    x = torch.randn(96, 4, generator=draw)
    y = torch.stack([(x[:, 0] * x[:, 1]).sin(), x[:, 2] - x[:, 3].abs()], 1)
    mlp = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 2))
    yield "mlp", mlp, x, y, F.mse_loss, list(OPTIMIZERS)
    x = torch.randn(32, 8, 3, generator=draw)
    yield "lstm", LstmRegressor(), x, x[:, :, 0].cumsum(1)[:, -1:].tanh(), F.mse_loss, ["SGD", "Adam"]
    x = torch.randn(48, 1, 8, 8, generator=draw)
    y = (x.mean((1, 2, 3)) * 8).round().long().clamp(-1, 1) + 1
    yield "cnn", Cnn(), x, y, F.cross_entropy, ["SGD", "Adam"]


def train(model, x, y, loss_of, optimizer):
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def main():
    torch.set_num_threads(1)
    torch.manual_seed(7)
    stored = {}
    for name, model, x, y, loss_of, optimizers in problems():
        first = {key: value.clone() for key, value in model.state_dict().items()}
        stored.update({f"{name}.weights.{key}": value.numpy() for key, value in first.items()})
        stored[f"{name}.x"] = x.numpy()
        stored[f"{name}.y"] = y.numpy()
        for optimizer in optimizers:
            model.load_state_dict(first)
            stored[f"{name}.losses.{optimizer}"] = np.array(train(model, x, y, loss_of, OPTIMIZERS[optimizer](model.parameters())), dtype=np.float32)
            print(name, optimizer, stored[f"{name}.losses.{optimizer}"][[0, 50, 100, -1]])
    np.savez_compressed("training.npz", **stored)


if __name__ == "__main__":
    main()
