"""The Python side of the suite 'tensors': one process that answers requests, a JSON object a line, on standard output.

Every request names an operation ("op") and how often to run it ("runs"); the answer holds the seconds of all runs. One thread.
"""

import sys
import time

from peer import PeerMissing, serve

try:
    import torch
except ImportError:
    torch = None


def make(name, size, device):
    if name in ("add", "add-autograd"):
        a = torch.ones(size, requires_grad=name == "add-autograd")
        b = torch.ones(size)
        return lambda: torch.add(a, b)
    if name == "matmul":
        a = torch.rand(size, size, device=device)
        b = torch.rand(size, size, device=device)
        return lambda: torch.matmul(a, b)
    if name == "elementwise":
        a = torch.rand(size, device=device)
        b = torch.rand(size, device=device)
        return lambda: torch.add(torch.mul(a, b), 1)
    if name in ("forward", "backward", "train"):
        nn = torch.nn
        x = torch.rand(size, 4)
        network = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 2))
        if name == "forward":
            return lambda: network(x)

        def backward():
            network(x).square().mean().backward()
            network.zero_grad(set_to_none=True)

        if name == "backward":
            return backward
        optimizer = torch.optim.Adam(network.parameters())

        def train():
            optimizer.zero_grad(set_to_none=True)
            network(x).square().mean().backward()
            optimizer.step()

        return train
    if name == "lstm":
        x = torch.rand(1, size, 4)
        state = (torch.rand(1, size, 64), torch.rand(1, size, 64))
        network = torch.nn.LSTM(4, 64)
        return lambda: network(x, state)
    if name == "lstm-cell":
        x = torch.rand(size, 4)
        state = (torch.rand(size, 64), torch.rand(size, 64))
        cell = torch.nn.LSTMCell(4, 64)
        return lambda: cell(x, state)
    if name == "networks":
        x = torch.rand(size, 32, 16, device=device)
        first = torch.rand(size, 16, 64, device=device)
        second = torch.rand(size, 64, 4, device=device)
        return lambda: torch.bmm(torch.tanh(torch.bmm(x, first)), second)
    if name == "neighbours":
        stored = torch.rand(size, 16, device=device)
        queries = torch.rand(size, 16, device=device)
        squares = stored.square().sum(1)
        return lambda: torch.matmul(queries, stored.mT).mul_(-2).add_(squares).topk(10, 1, largest=False)
    raise ValueError(f"unknown operation {name}")


MADE = {}


def answer(request):
    if torch is None:
        raise PeerMissing("python3-torch is not installed")
    if request["op"] == "hello":
        return {"python": sys.version.split()[0], "torch": torch.__version__}
    key = (request["op"], request["size"], request.get("device", "cpu"))
    if key not in MADE:
        MADE[key] = make(*key)
        MADE[key]()
    action = MADE[key]
    with torch.set_grad_enabled(request["op"] in ("add-autograd", "backward", "train")):
        start = time.perf_counter()
        for _ in range(request["runs"]):
            action()
        if key[2] == "cuda":
            torch.cuda.synchronize()
        return {"seconds": time.perf_counter() - start}


if __name__ == "__main__":
    if torch is not None:
        torch.set_num_threads(1)
    serve(answer)
