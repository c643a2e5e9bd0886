"""Writes nn.json: what Python's modules make of fixed inputs, from first weights of seed 7 in double precision. Needs python3-torch."""

import json
import math
import os
import struct

import torch
from torch import nn

D = {"dtype": torch.float64}


MODULES = {
    "Linear": (lambda: nn.Linear(3, 4, **D), [(2, 3)]),
    "Linear_without_bias": (lambda: nn.Linear(3, 2, bias=False, **D), [(4, 2, 3)]),
    "Sequential": (lambda: nn.Sequential(nn.Linear(3, 5, **D), nn.Tanh(), nn.Linear(5, 2, **D)), [(4, 3)]),
    "Bilinear": (lambda: nn.Bilinear(3, 2, 4, **D), [(5, 3), (5, 2)]),
    "Conv1d": (lambda: nn.Conv1d(4, 6, 3, 2, 1, 1, 2, **D), [(2, 4, 7)]),
    "Conv2d": (lambda: nn.Conv2d(2, 3, 3, padding=1, **D), [(2, 2, 4, 5)]),
    "Conv2d_oblong": (lambda: nn.Conv2d(2, 4, (2, 3), (2, 1), (1, 0), (1, 2), 2, False, **D), [(1, 2, 5, 6)]),
    "ConvTranspose2d": (lambda: nn.ConvTranspose2d(2, 3, 3, 2, 1, 1, **D), [(2, 2, 3, 3)]),
    "ConvTranspose2d_oblong": (lambda: nn.ConvTranspose2d(4, 2, (2, 3), (1, 2), (1, 0), (0, 1), 2, True, (2, 1), **D), [(1, 4, 4, 3)]),
    "LayerNorm": (lambda: nn.LayerNorm(3, **D), [(2, 4, 3)]),
    "LayerNorm_of_two": (lambda: nn.LayerNorm([4, 3], 0.1, **D), [(2, 4, 3)]),
    "BatchNorm1d": (lambda: nn.BatchNorm1d(3, **D), [(5, 3)]),
    "BatchNorm1d_of_sequences": (lambda: nn.BatchNorm1d(3, 0.01, 0.3, **D), [(2, 3, 4)]),
    "BatchNorm1d_without_statistics": (lambda: nn.BatchNorm1d(3, affine=False, track_running_stats=False, **D), [(5, 3)]),
    "BatchNorm2d": (lambda: nn.BatchNorm2d(2, **D), [(3, 2, 2, 3)]),
    "GroupNorm": (lambda: nn.GroupNorm(2, 4, **D), [(2, 4, 3)]),
    "Flatten": (lambda: nn.Flatten(), [(2, 3, 2)]),
    "MaxPool1d": (lambda: nn.MaxPool1d(3, 2, 1), [(2, 2, 6)]),
    "MaxPool2d": (lambda: nn.MaxPool2d(2), [(2, 2, 4, 5)]),
    "MaxPool2d_oblong": (lambda: nn.MaxPool2d((2, 3), (1, 2), (1, 1), (1, 1), ceil_mode=True), [(2, 2, 4, 6)]),
    "AvgPool1d": (lambda: nn.AvgPool1d(3, 2, 1), [(2, 2, 6)]),
    "AvgPool2d": (lambda: nn.AvgPool2d(2), [(2, 2, 4, 5)]),
    "AvgPool2d_oblong": (lambda: nn.AvgPool2d((2, 3), (1, 2), (1, 1), ceil_mode=True), [(2, 2, 4, 6)]),
    "AdaptiveAvgPool1d": (lambda: nn.AdaptiveAvgPool1d(3), [(2, 2, 5)]),
    "AdaptiveAvgPool2d": (lambda: nn.AdaptiveAvgPool2d((2, 3)), [(2, 2, 5, 4)]),
    "AdaptiveMaxPool2d": (lambda: nn.AdaptiveMaxPool2d((2, 3)), [(2, 2, 5, 4)]),
    "LSTM": (lambda: nn.LSTM(3, 4, **D), [(5, 2, 3)]),
    "LSTM_deep": (lambda: nn.LSTM(3, 4, 2, batch_first=True, bidirectional=True, **D), [(2, 5, 3), (4, 2, 4), (4, 2, 4)]),
    "LSTM_without_bias": (lambda: nn.LSTM(3, 2, 2, bias=False, **D), [(5, 3)]),
    "GRU": (lambda: nn.GRU(3, 4, 2, **D), [(5, 2, 3)]),
    "GRU_bidirectional": (lambda: nn.GRU(3, 4, 1, batch_first=True, bidirectional=True, **D), [(2, 5, 3), (2, 2, 4)]),
    "RNN": (lambda: nn.RNN(3, 4, **D), [(5, 2, 3)]),
    "RNN_relu": (lambda: nn.RNN(3, 4, 2, nonlinearity="relu", **D), [(5, 2, 3), (2, 2, 4)]),
    "LSTMCell": (lambda: nn.LSTMCell(3, 4, **D), [(2, 3), (2, 4), (2, 4)]),
    "LSTMCell_from_zeros": (lambda: nn.LSTMCell(3, 4, False, **D), [(2, 3)]),
    "GRUCell": (lambda: nn.GRUCell(3, 4, **D), [(2, 3), (2, 4)]),
    "RNNCell": (lambda: nn.RNNCell(3, 4, **D), [(2, 3)]),
    "RNNCell_relu": (lambda: nn.RNNCell(3, 4, True, "relu", **D), [(2, 3), (2, 4)]),
    "MultiheadAttention": (lambda: nn.MultiheadAttention(4, 2).double(), [(3, 2, 4), (5, 2, 4), (5, 2, 4)]),
    "MultiheadAttention_of_other_sizes": (lambda: nn.MultiheadAttention(4, 2, 0, False, True, True, 3, 5).double(), [(3, 2, 4), (5, 2, 3), (5, 2, 5)]),
    "TransformerEncoderLayer": (lambda: nn.TransformerEncoderLayer(4, 2, 6, 0).double(), [(5, 2, 4)]),
    "TransformerEncoderLayer_gelu": (lambda: nn.TransformerEncoderLayer(4, 2, 6, 0, "gelu").double(), [(5, 2, 4)]),
    "TransformerEncoder": (lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, 0), 2).double(), [(5, 2, 4)]),
    "CELU": (lambda: nn.CELU(0.7), [(2, 3)]),
    "ELU": (lambda: nn.ELU(0.7), [(2, 3)]),
    "GELU": (lambda: nn.GELU(), [(2, 3)]),
    "GLU": (lambda: nn.GLU(), [(2, 4)]),
    "Hardshrink": (lambda: nn.Hardshrink(0.3), [(2, 3)]),
    "Hardsigmoid": (lambda: nn.Hardsigmoid(), [(2, 3)]),
    "Hardswish": (lambda: nn.Hardswish(), [(2, 3)]),
    "Hardtanh": (lambda: nn.Hardtanh(-0.3, 0.4), [(2, 3)]),
    "Identity": (lambda: nn.Identity(), [(2, 3)]),
    "LeakyReLU": (lambda: nn.LeakyReLU(0.2), [(2, 3)]),
    "LogSoftmax": (lambda: nn.LogSoftmax(1), [(2, 3)]),
    "Mish": (lambda: nn.Mish(), [(2, 3)]),
    "ReLU": (lambda: nn.ReLU(), [(2, 3)]),
    "ReLU6": (lambda: nn.ReLU6(), [(2, 3)]),
    "SELU": (lambda: nn.SELU(), [(2, 3)]),
    "SiLU": (lambda: nn.SiLU(), [(2, 3)]),
    "Sigmoid": (lambda: nn.Sigmoid(), [(2, 3)]),
    "Softmax": (lambda: nn.Softmax(1), [(2, 3)]),
    "Softmax2d": (lambda: nn.Softmax2d(), [(2, 3, 2, 2)]),
    "Softmin": (lambda: nn.Softmin(1), [(2, 3)]),
    "Softplus": (lambda: nn.Softplus(2, 1), [(2, 3)]),
    "Softshrink": (lambda: nn.Softshrink(0.3), [(2, 3)]),
    "Softsign": (lambda: nn.Softsign(), [(2, 3)]),
    "Tanh": (lambda: nn.Tanh(), [(2, 3)]),
    "Tanhshrink": (lambda: nn.Tanhshrink(), [(2, 3)]),
    "Threshold": (lambda: nn.Threshold(0.1, 7), [(2, 3)]),
    "CosineSimilarity": (lambda: nn.CosineSimilarity(), [(2, 3), (2, 3)]),
    "Unfold": (lambda: nn.Unfold(2), [(1, 2, 3, 3)]),
    "Fold": (lambda: nn.Fold(3, 2), [(1, 8, 4)]),
    "MSELoss": (lambda: nn.MSELoss(), [(2, 3), (2, 3)]),
    "L1Loss": (lambda: nn.L1Loss(reduction="sum"), [(2, 3), (2, 3)]),
    "SmoothL1Loss": (lambda: nn.SmoothL1Loss(beta=0.6), [(2, 3), (2, 3)]),
    "HuberLoss": (lambda: nn.HuberLoss(delta=0.6), [(2, 3), (2, 3)]),
    "KLDivLoss": (lambda: nn.KLDivLoss(reduction="sum", log_target=True), [(2, 3), (2, 3)]),
    "BCEWithLogitsLoss": (lambda: nn.BCEWithLogitsLoss(torch.tensor([0.5, 2, 1], **D)), [(2, 3), (2, 3)]),
    "PoissonNLLLoss": (lambda: nn.PoissonNLLLoss(), [(2, 3), (2, 3)]),
    "TripletMarginLoss": (lambda: nn.TripletMarginLoss(swap=True), [(2, 3), (2, 3), (2, 3)]),
}


def describe(tensor):
    values = tensor.detach().double().flatten().tolist()
    assert all(math.isfinite(value) for value in values), "JSON has no NaN"
    return {"shape": list(tensor.shape), "values": values}


def inputs_of(shapes):
    return [torch.sin(1.7 * torch.arange(math.prod(shape), **D) + 0.6 * (index + 1)).reshape(shape).requires_grad_()
            for index, shape in enumerate(shapes)]


def flat(result):
    return [result] if isinstance(result, torch.Tensor) else [tensor for part in result for tensor in flat(part)]


def call(module, inputs):
    if isinstance(module, (nn.LSTM, nn.LSTMCell)):
        return flat(module(inputs[0], tuple(inputs[1:]) if len(inputs) > 1 else None))
    return flat(module(*inputs))


def case(make, shapes):
    torch.manual_seed(7)
    module = make()
    state = {name: describe(value) for name, value in module.state_dict().items()}
    inputs = inputs_of(shapes)
    outputs = call(module, inputs)
    total = sum((output * torch.cos(torch.arange(output.numel(), **D)).reshape(output.shape)).sum() for output in outputs)
    parameters = dict(module.named_parameters())
    leaves = inputs + list(parameters.values())
    gradients = torch.autograd.grad(total, leaves, allow_unused=True)
    result = {
        "inputs": [list(shape) for shape in shapes],
        "state": state,
        "outputs": [describe(output) for output in outputs],
        "gradients": [None if gradient is None else describe(gradient) for gradient in gradients],
        "after": {name: describe(value) for name, value in module.state_dict().items()},
    }
    module.eval()
    result["evaluated"] = [describe(output) for output in call(module, inputs)]
    return result


INITS = {
    "uniform_": ((3, 4), lambda t: nn.init.uniform_(t, -1, 2)),
    "normal_": ((3, 4), lambda t: nn.init.normal_(t, 1, 2)),
    "constant_": ((3, 4), lambda t: nn.init.constant_(t, 0.3)),
    "ones_": ((3, 4), nn.init.ones_),
    "zeros_": ((3, 4), nn.init.zeros_),
    "eye_": ((3, 4), nn.init.eye_),
    "dirac_": ((4, 3, 3, 2), nn.init.dirac_),
    "xavier_uniform_": ((3, 4, 2), lambda t: nn.init.xavier_uniform_(t, 1.5)),
    "xavier_normal_": ((3, 4), lambda t: nn.init.xavier_normal_(t, 1.5)),
    "kaiming_uniform_": ((3, 4), lambda t: nn.init.kaiming_uniform_(t, 0.3, "fan_out")),
    "kaiming_normal_": ((3, 4, 2, 2), lambda t: nn.init.kaiming_normal_(t, nonlinearity="relu")),
    "orthogonal_": ((3, 5), lambda t: nn.init.orthogonal_(t, 2)),
    "orthogonal_high": ((5, 2, 2), nn.init.orthogonal_),
    "trunc_normal_": ((4, 5), lambda t: nn.init.trunc_normal_(t, 0.5, 1, -1, 1.2)),
    "sparse_": ((5, 4), lambda t: nn.init.sparse_(t, 0.3)),
}


def initialized(shape, fill):
    torch.manual_seed(11)
    return describe(fill(torch.zeros(shape, **D)))


def write_safetensors(path, tensors):
    """The public format: header length, JSON header, raw data."""
    header, data = {}, b""
    for name, tensor in sorted(tensors.items()):
        kind = {torch.float32: "F32", torch.float64: "F64", torch.int64: "I64"}[tensor.dtype]
        raw = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def network():
    torch.manual_seed(3)
    module = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(18, 3))
    image = torch.sin(torch.arange(50.0)).reshape(2, 1, 5, 5)
    module(image)  # the running statistics move
    module.eval()
    write_safetensors("network.safetensors", module.state_dict())
    return describe(module(image))


def main():
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    data = {
        "modules": {name: case(*value) for name, value in MODULES.items()},
        "inits": {name: initialized(*value) for name, value in INITS.items()},
        "network": {"": network()},
    }
    with open("nn.json", "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(f'"{part}": {{\n' + ",\n".join(f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in cases.items())
                   + "\n}" for part, cases in data.items()) + "\n}\n")


if __name__ == "__main__":
    main()
