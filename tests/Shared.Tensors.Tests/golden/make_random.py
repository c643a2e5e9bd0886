"""Writes random.json and quantiles.json: draws of NumPy and quantiles of SciPy. Usage: python3 make_random.py"""
import json
import os
import numpy as np
from scipy.special import ndtri

FOLDER = os.path.dirname(os.path.abspath(__file__))


def save(name, value):
    with open(os.path.join(FOLDER, name), "w") as stream:
        json.dump(value, stream)


def philox(seed, key):
    generator = np.random.Philox(key=key)
    raw = generator.random_raw(1000)
    return {"seed": seed, "first": raw[:21].tolist(), "at_999": int(raw[-1]), "xor": int(np.bitwise_xor.reduce(raw))}


def legacy(seed):
    state = np.random.RandomState(seed)
    draws = {"seed": seed, "uint32": [int(state.randint(0, 2**32, dtype=np.uint32)) for _ in range(5)]}
    for _ in range(1500):
        state.random_sample()
    draws["rand"] = state.rand(3, 2).ravel().tolist()
    draws["randn"] = state.randn(5).tolist()
    draws["normal"] = state.normal(2.0, 3.0, 4).tolist()
    draws["uniform"] = state.uniform(-3.0, 7.5, 4).tolist()
    draws["randint10"] = state.randint(10, size=12).tolist()
    draws["randint_one"] = state.randint(5, 6, size=2).tolist()
    draws["randint_negative"] = state.randint(-1000, 1000000, size=6).tolist()
    draws["randint_32"] = state.randint(0, 2**32, size=4).tolist()
    draws["randint_33"] = state.randint(-5, 2**33 + 7, size=6).tolist()
    draws["randint_full"] = state.randint(-2**63, 2**63 - 1, size=4).tolist()
    draws["permutation"] = state.permutation(17).tolist()
    shuffled = np.arange(1, 10)
    state.shuffle(shuffled)
    draws["shuffle"] = shuffled.tolist()
    draws["choice"] = state.choice(100, 8).tolist()
    draws["choice_without"] = state.choice(20, 7, replace=False).tolist()
    state.randn()
    _, key, position, has_gauss, cached = state.get_state()
    draws["state"] = {"Key": key.tolist(), "Position": int(position), "HasGauss": bool(has_gauss), "CachedGaussian": float(cached)}
    draws["randn_after"] = state.randn(4).tolist()
    return draws


seeds = [0, 1, 42, 2**31, 2**63 - 1, -1, -42, -2**63]
save("random.json", {
    "numpy": np.__version__,
    "philox": [philox(seed, seed % 2**64) for seed in seeds],
    "legacy": [legacy(seed) for seed in [0, 1, 7, 42, 2**32 - 1]],
    "legacy_array": [legacy(seed) for seed in [[0], [1, 2, 3], [2**32 - 1] * 5, list(range(700))]],
})

probabilities = np.concatenate([
    np.arange(1, 200) / 200, 0.5 + np.array([-0.425, 0.425, 1e-3, -1e-9, 2.0**-53, -2.0**-40]), 2.0 ** -np.arange(2, 200, 3),
    1 - 2.0 ** -np.arange(2, 53, 3), [1.3887943864964021e-11, 1.38e-11, 1.39e-11, 1e-300, 2.0**-1022]])
save("quantiles.json", {"probabilities": probabilities.tolist(), "quantiles": ndtri(probabilities).tolist()})
