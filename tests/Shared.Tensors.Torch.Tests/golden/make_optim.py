"""Writes optim.json: how Python's optimizers move two parameters and how its schedules set rates. Run it in this folder; it needs python3-torch."""

import json
import warnings

import torch
from torch import optim  # noqa: F401 - the expressions name it
from torch.optim import lr_scheduler  # noqa: F401

STEPS = 12
EPOCHS = 30

OPTIMIZERS = [
    "SGD(p, lr=0.1)",
    "SGD(p, lr=0.1, momentum=0.9)",
    "SGD(p, lr=0.1, momentum=0.9, dampening=0.3, weight_decay=0.05)",
    "SGD(p, lr=0.1, momentum=0.9, nesterov=True)",
    "SGD(p, lr=0.01, momentum=0.5, maximize=True, weight_decay=0.1)",
    "SGD([{'params': [w]}, {'params': [b], 'lr': 0.01, 'momentum': 0.5}], lr=0.1)",
    "Adam(p)",
    "Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1)",
    "Adam(p, lr=0.05, amsgrad=True)",
    "Adam(p, lr=0.05, maximize=True)",
    "Adam([{'params': [w], 'lr': 0.2}, {'params': [b], 'betas': (0.5, 0.9)}], lr=0.1)",
    "AdamW(p, lr=0.05, weight_decay=0.1)",
    "AdamW(p, lr=0.05, amsgrad=True, maximize=True, weight_decay=0.01)",
    "RMSprop(p, lr=0.05)",
    "RMSprop(p, lr=0.05, alpha=0.9, eps=1e-5, weight_decay=0.1, momentum=0.9)",
    "RMSprop(p, lr=0.05, centered=True)",
    "RMSprop(p, lr=0.05, centered=True, momentum=0.5, maximize=True)",
    "Adagrad(p, lr=0.2)",
    "Adagrad(p, lr=0.2, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.5)",
    "Adadelta(p)",
    "Adadelta(p, lr=0.5, rho=0.8, eps=1e-4, weight_decay=0.1, maximize=True)",
    "Adamax(p, lr=0.1)",
    "Adamax(p, lr=0.1, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1)",
    "NAdam(p, lr=0.1)",
    "NAdam(p, lr=0.1, betas=(0.8, 0.9), weight_decay=0.1, momentum_decay=0.01)",
    "RAdam(p, lr=0.1)",
    "RAdam(p, lr=0.1, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1)",
    "Rprop(p, lr=0.1)",
    "Rprop(p, lr=0.1, etas=(0.3, 1.5), step_sizes=(0.01, 0.2))",
    "ASGD(p, lr=0.1)",
    "ASGD(p, lr=0.1, lambd=0.01, alpha=0.5, t0=4, weight_decay=0.1)",
    "LBFGS(p, lr=0.1)",
    "LBFGS(p, lr=0.5, max_iter=4, history_size=3)",
]

SCHEDULES = [
    "lr_scheduler.LambdaLR(o, lambda epoch: 0.95 ** epoch)",
    "lr_scheduler.LambdaLR(o, [lambda epoch: 1 / (1 + epoch), lambda epoch: 0.5])",
    "lr_scheduler.MultiplicativeLR(o, lambda epoch: 0.95)",
    "lr_scheduler.StepLR(o, 4, 0.5)",
    "lr_scheduler.MultiStepLR(o, [3, 3, 9], 0.3)",
    "lr_scheduler.ConstantLR(o)",
    "lr_scheduler.ConstantLR(o, 0.5, 8)",
    "lr_scheduler.LinearLR(o)",
    "lr_scheduler.LinearLR(o, 0.25, 0.75, 12)",
    "lr_scheduler.ExponentialLR(o, 0.9)",
    "lr_scheduler.CosineAnnealingLR(o, 10)",
    "lr_scheduler.CosineAnnealingLR(o, 7, 0.01)",
    "lr_scheduler.PolynomialLR(o)",
    "lr_scheduler.PolynomialLR(o, 20, 2)",
    "lr_scheduler.CyclicLR(o, 0.1, 1, 4)",
    "lr_scheduler.CyclicLR(o, 0.1, 1, 3, 5, mode='triangular2', base_momentum=0.5, max_momentum=0.95)",
    "lr_scheduler.CyclicLR(o, [0.1, 0.2], [1, 2], 3, mode='exp_range', gamma=0.9, cycle_momentum=False)",
    "lr_scheduler.CyclicLR(o, 0.1, 1, 4, scale_fn=lambda epoch: 1 / (1 + epoch), scale_mode='iterations')",
    "lr_scheduler.OneCycleLR(o, 1, total_steps=40)",
    "lr_scheduler.OneCycleLR(o, [1, 2], epochs=4, steps_per_epoch=10, pct_start=0.4, three_phase=True)",
    "lr_scheduler.OneCycleLR(o, 1, total_steps=40, anneal_strategy='linear', div_factor=10, final_div_factor=100)",
    "lr_scheduler.OneCycleLR(a, 1, total_steps=40)",
    "lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9), lr_scheduler.StepLR(o, 3)], [5, 15])",
    "lr_scheduler.ChainedScheduler([lr_scheduler.ConstantLR(o, 0.1, 3), lr_scheduler.ExponentialLR(o, 0.9)])",
    "lr_scheduler.ReduceLROnPlateau(o, patience=2)",
    "lr_scheduler.ReduceLROnPlateau(o, 'max', 0.5, 1, 0.01, 'abs', 2, [0.05, 0.01])",
]


def new_parameters(kind):
    w = torch.tensor([[0.5, -0.3], [0.8, 0.1], [-0.6, 0.9]], dtype=kind, requires_grad=True)
    b = torch.tensor([0.2, -0.4], dtype=kind, requires_grad=True)
    return w, b


def convex_loss(w, b, x):
    return (x @ w - 0.3).pow(2).sum() + (b - w.sum(0)).pow(2).sum() + w.pow(4).sum() * 0.1


def loss_of(w, b, x, step):
    loss = (x @ w).sin().pow(2).sum() + w.pow(4).sum() * 0.1
    # Steps without a gradient of b: its state stays behind.
    return loss if step % 5 == 3 else loss + (b * w.sum(0)).sum() + b.pow(2).sum()


def trace(expression, kind):
    w, b = new_parameters(kind)
    x = torch.tensor([[1.0, -0.5, 0.25], [0.3, 0.7, -1.1]], dtype=kind)
    optimizer = eval("optim." + expression, {"optim": optim, "p": [w, b], "w": w, "b": b})  # noqa: S307
    values = []
    for step in range(STEPS):
        def closure():
            optimizer.zero_grad(set_to_none=True)
            # Without a search along the direction, L-BFGS needs a convex loss.
            loss = convex_loss(w, b, x) if "LBFGS" in expression else loss_of(w, b, x, step)  # noqa: B023
            loss.backward()
            return loss
        optimizer.step(closure)
        values.append(torch.cat([w.detach().flatten(), b.detach()]).double().tolist())
    return values


def schedule(expression):
    w, b = new_parameters(torch.float64)
    o = optim.SGD([{"params": [w]}, {"params": [b], "lr": 0.2}], lr=0.5, momentum=0.9)
    a = optim.Adam([{"params": [w]}, {"params": [b], "lr": 0.2}], lr=0.5)
    scheduler = eval(expression, {"lr_scheduler": lr_scheduler, "o": o, "a": a})  # noqa: S307
    plateau = "Plateau" in expression
    optimizer = scheduler.optimizer if plateau or "a," in expression else o
    values = []
    for epoch in range(EPOCHS):
        values.append([group["lr"] for group in optimizer.param_groups]
                      + [group["momentum"] if "momentum" in group else group["betas"][0] for group in optimizer.param_groups])
        optimizer.step()
        if plateau:
            scheduler.step((epoch * 7 % 11) / (1 + epoch / 5))
        else:
            scheduler.step()
    return values


def rounded(values, digits):
    return [[float(f"%.{digits}g" % value) for value in row] for row in values]


def main():
    warnings.simplefilter("ignore")
    data = {
        "float64": {one: rounded(trace(one, torch.float64), 16) for one in OPTIMIZERS},
        "float32": {one: rounded(trace(one, torch.float32), 9) for one in OPTIMIZERS},
        "schedules": {one: rounded(schedule(one), 16) for one in SCHEDULES},
    }
    with open("optim.json", "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(f"{json.dumps(part)}: {{\n" + ",\n".join(f"  {json.dumps(key)}: {json.dumps(rows, allow_nan=False)}" for key, rows in table.items())
                                      + "\n}" for part, table in data.items()) + "\n}\n")


if __name__ == "__main__":
    main()
