"""Writes the .npy and .npz files of golden/npy with NumPy, and their contents as JSON. Usage: python3 make_npy.py"""
import json
import os
import numpy as np
from numpy.lib import format as npy_format

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "npy")
os.makedirs(FOLDER, exist_ok=True)
index = []


def content(array):
    return {"type": array.dtype.newbyteorder("=").name, "shape": list(array.shape), "values": array.flatten(order="C").tolist()}


def add(name, array, version=None):
    with open(os.path.join(FOLDER, name + ".npy"), "wb") as stream:
        npy_format.write_array(stream, array, version=version)
    native = version is None and array.dtype.byteorder in "=|<"
    order = "C" if array.flags.c_contiguous else "F"
    index.append({"file": name + ".npy", "order": order if native else None, **content(array)})


base = {
    "float64": np.array([0.0, -1.5, np.pi, 1e-310, 1.7976931348623157e308, 6.0] * 4),
    "float32": np.array([0.0, -1.5, np.pi, 1e-40, 3.4028235e38, 6.0] * 4, dtype=np.float32),
    "int32": np.array([0, -1, 2**31 - 1, -2**31, 5, 6] * 4, dtype=np.int32),
    "int64": np.array([0, -1, 2**53 + 1, -2**63, 2**63 - 1, 6] * 4, dtype=np.int64),
    "bool": np.array([True, False, True, True, False, False] * 4),
}
for kind, values in base.items():
    add(f"{kind}_rank0", values[2])
    add(f"{kind}_rank1", values)
    add(f"{kind}_rank2", values.reshape(4, 6))
    add(f"{kind}_rank3", values.reshape(2, 3, 4))
    add(f"{kind}_fortran2", np.asfortranarray(values.reshape(4, 6)))
    add(f"{kind}_fortran3", np.asfortranarray(values.reshape(2, 3, 4)))
    add(f"{kind}_empty", values[:0].reshape(3, 0, 2))
    add(f"{kind}_big_endian", values.reshape(4, 6).astype(values.dtype.newbyteorder(">")))
    add(f"{kind}_big_endian_fortran", np.asfortranarray(values.reshape(2, 3, 4).astype(values.dtype.newbyteorder(">"))))
add("version2", base["float64"].reshape(4, 6), (2, 0))
add("version3", base["float64"].reshape(4, 6), (3, 0))
add("rank8", np.arange(2 * 3 * 1 * 2 * 1 * 2 * 2 * 1, dtype=np.int32).reshape(2, 3, 1, 2, 1, 2, 2, 1))
add("rank8_fortran", np.asfortranarray(np.arange(48, dtype=np.int32).reshape(2, 3, 1, 2, 1, 2, 2, 1)))
add("special_values", np.array([1.0, -0.0, 5e-324]))

named = {"weights": base["float64"].reshape(4, 6), "count": np.int64(7), "mask": base["bool"], "größe": base["float32"]}
np.savez(os.path.join(FOLDER, "stored.npz"), **named)
np.savez_compressed(os.path.join(FOLDER, "compressed.npz"), **named)
np.savez(os.path.join(FOLDER, "positional.npz"), base["int32"], base["int64"].reshape(2, 3, 4))

np.save(os.path.join(FOLDER, "refused_object.npy"), np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
np.save(os.path.join(FOLDER, "refused_structured.npy"), np.zeros(2, dtype=[("x", "<f8"), ("y", "<i4")]))
np.save(os.path.join(FOLDER, "refused_complex.npy"), np.zeros(2, dtype=np.complex128))
np.save(os.path.join(FOLDER, "refused_float16.npy"), np.zeros(2, dtype=np.float16))
np.save(os.path.join(FOLDER, "refused_text.npy"), np.array(["a", "bc"]))
np.array([1.0, 2.0]).dump(os.path.join(FOLDER, "refused_pickle.npy"))

with open(os.path.join(FOLDER, "index.json"), "w") as stream:
    json.dump({"numpy": np.__version__, "arrays": index, "npz": {key: content(np.asarray(value)) for key, value in named.items()}}, stream)
