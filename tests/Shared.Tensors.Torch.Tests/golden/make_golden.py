"""Writes values.json: what Python's torch gives for each expression of cases.txt. Run it in this folder; it needs python3-torch."""

import json
import math

import torch
import torch.nn.functional as F  # noqa: N812 - the expressions name it

F64 = torch.float64
INPUTS = {
    "x": torch.tensor([[-1.3, 0.4, 0.9], [1.45, -0.75, -0.2]], dtype=F64),
    "y": torch.tensor([[0.6, -0.35, 1.2], [-1.1, 0.8, 0.15]], dtype=F64),
    "p": torch.tensor([[0.35, 0.6, 0.25], [0.85, 0.45, 0.7]], dtype=F64),
    "row": torch.tensor([0.5, -1.25, 2.0], dtype=F64),
    "s": torch.tensor([[2.0, 0.3, -0.4], [0.1, 1.5, 0.6], [-0.7, 0.2, 1.1]], dtype=F64),
    "v": torch.tensor([0.7, -1.2, 0.4], dtype=F64),
    "w": torch.tensor([1.1, 0.3, -0.8], dtype=F64),
    "b": torch.tensor([[True, False, True], [False, False, True]]),
    "i": torch.tensor([[1, -2, 3], [4, 5, -6]]),
    "c": torch.sin(torch.arange(12, dtype=F64)).reshape(2, 2, 3),
    "d": torch.cos(torch.arange(12, dtype=F64)).reshape(2, 3, 2),
    "k": torch.tensor([2, 0]),
    "g": torch.tensor([[2, 0, 1], [1, 2, 0]]),
}


def describe(tensor):
    kind = str(tensor.dtype).split(".")[1]
    values = tensor.double().flatten().tolist()
    assert all(math.isfinite(value) for value in values), "JSON has no NaN"
    return {"type": kind, "shape": list(tensor.shape), "values": values}


def main():
    with open("cases.txt", encoding="utf-8") as file:
        expressions = [line.rstrip("\n") for line in file]
    names = dict(INPUTS, torch=torch, F=F)
    results = {text: describe(eval(text, names)) for text in expressions}  # noqa: S307 - our own file
    data = {"torch": torch.__version__, "inputs": {name: describe(value) for name, value in INPUTS.items()}, "results": results}
    with open("values.json", "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(f"{json.dumps(key)}: " + (json.dumps(value) if key != "results" else
                   "{\n" + ",\n".join(f"  {json.dumps(text)}: {json.dumps(result)}" for text, result in value.items()) + "\n}")
                   for key, value in data.items()) + "\n}\n")


if __name__ == "__main__":
    main()
