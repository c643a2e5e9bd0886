"""The Python side of the suite 'tensors': one process that answers requests, a JSON object a line, on standard output.

Every request names an operation ("op") and how often to run it ("runs"); the answer holds the seconds of all runs. One thread.
"""

import json
import sys
import time

try:
    import torch
except ImportError:
    torch = None


def make(name, size):
    if name in ("add", "add-autograd"):
        a = torch.ones(size, requires_grad=name == "add-autograd")
        b = torch.ones(size)
        return lambda: torch.add(a, b)
    if name == "matmul":
        a = torch.rand(size, size)
        b = torch.rand(size, size)
        return lambda: torch.matmul(a, b)
    if name == "elementwise":
        a = torch.rand(size)
        b = torch.rand(size)
        return lambda: torch.add(torch.mul(a, b), 1)
    if name == "mlp":
        x = torch.rand(size, 4)
        layers = [(torch.rand(4, 64), torch.rand(64)), (torch.rand(64, 64), torch.rand(64)), (torch.rand(64, 2), torch.rand(2))]

        def forward():
            h = torch.tanh(torch.add(torch.matmul(x, layers[0][0]), layers[0][1]))
            h = torch.tanh(torch.add(torch.matmul(h, layers[1][0]), layers[1][1]))
            return torch.add(torch.matmul(h, layers[2][0]), layers[2][1])

        return forward
    raise ValueError(f"unknown operation {name}")


def answer(request, made):
    if torch is None:
        return {"error": "python3-torch is not installed", "missing": True}
    if request["op"] == "hello":
        return {"python": sys.version.split()[0], "torch": torch.__version__}
    key = (request["op"], request["size"])
    if key not in made:
        made[key] = make(*key)
        made[key]()
    action = made[key]
    with torch.set_grad_enabled(request["op"] == "add-autograd"):
        start = time.perf_counter()
        for _ in range(request["runs"]):
            action()
        return {"seconds": time.perf_counter() - start}


def main():
    if torch is not None:
        torch.set_num_threads(1)
    made = {}
    for line in sys.stdin:
        try:
            result = answer(json.loads(line), made)
        except Exception as failure:  # noqa: BLE001 - every failure is an answer
            result = {"error": f"{type(failure).__name__}: {failure}"}
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
