"""The Python side of the suite 'layg-torch': one process that answers requests, a JSON object a line, on standard output.

The script's network is ours: the same layers, element type, optimizer, batches and number of passes; its predictions are of the kind that
a user would write. Every request names an operation ("op"); the answer is an object, {"error": text} when the operation failed, with
"missing": true when that is because something is not installed. Times are in seconds and cover the operation only.
"""

import platform
import time
import warnings

from peer import OperationMissing, serve

MISSING = []
try:
    import numpy as np
except ImportError:
    MISSING.append("numpy")
try:
    import torch
except ImportError:
    torch = None
try:
    from sklearn.neural_network import MLPRegressor
    import sklearn
except ImportError:
    sklearn = None
try:
    from scipy.spatial import cKDTree
except ImportError:
    cKDTree = None


def need(module, name):
    if module is None or MISSING:
        raise OperationMissing(f"Python lacks {', '.join(MISSING) if MISSING else name}")


def read_rows(path, columns):
    return np.fromfile(path, dtype="<f8").reshape(-1, columns)


def repeated(action, shortest=0.05):
    """Seconds of one run of an action, over as many as take long enough for the clock."""
    runs = 0
    start = time.perf_counter()
    while True:
        action()
        runs += 1
        elapsed = time.perf_counter() - start
        if elapsed > shortest:
            return elapsed / runs


class Script:
    """A network as one writes it with torch, and its data."""

    def load(self, request):
        need(np if not MISSING else None, "numpy")
        self.dimension = request["dimension"]
        self.x = read_rows(request["inputs"], self.dimension)
        self.y = read_rows(request["outputs"], 1)
        self.queries = read_rows(request["queries"], self.dimension)
        self.hidden = request["hidden"]
        self.epochs = request["epochs"]
        self.batch = request["batch"]
        self.members = request["members"]
        self.mean, self.scale = self.x.mean(0), self.x.std(0)
        self.y_mean, self.y_scale = self.y.mean(), self.y.std()
        self.tree = None if cKDTree is None else cKDTree(((self.x - self.mean) / self.scale)[:1024])
        self.models = None if torch is None else [self.network() for _ in range(self.members)]
        self.sklearn_model = None
        return {}

    def network(self):
        layers, width = [], self.dimension
        for units in self.hidden:
            layers += [torch.nn.Linear(width, units), torch.nn.Tanh()]
            width = units
        return torch.nn.Sequential(*layers, torch.nn.Linear(width, 1)).double()

    def train(self, request):
        need(torch, "torch")
        torch.manual_seed(0)
        return {"seconds": sum(self.train_one() for _ in range(self.members))}

    def train_one(self):
        model = self.network()
        x = torch.from_numpy((self.x - self.mean) / self.scale)
        y = torch.from_numpy((self.y - self.y_mean) / self.y_scale)
        held = max(1, round(0.15 * len(x)))
        check_x, check_y, x, y = x[:held], y[:held], x[held:], y[held:]
        optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
        schedule = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=20, threshold=1e-3)
        best, weights = float("inf"), None
        start = time.perf_counter()
        for _ in range(self.epochs):
            order = torch.randperm(len(x))
            for begin in range(0, len(x), self.batch):
                chosen = order[begin:begin + self.batch]
                optimizer.zero_grad()
                loss = (model(x[chosen]) - y[chosen]).square().mean()
                loss.backward()
                optimizer.step()
            with torch.no_grad():
                loss = (model(check_x) - check_y).square().mean().item()
            if loss < best:
                best, weights = loss, {name: tensor.clone() for name, tensor in model.state_dict().items()}
            schedule.step(loss)
        model.load_state_dict(weights)
        return time.perf_counter() - start

    def fit_sklearn(self):
        if self.sklearn_model is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                model = MLPRegressor(tuple(self.hidden), activation="tanh", max_iter=self.epochs, batch_size=self.batch,
                                     learning_rate_init=0.01, early_stopping=True, validation_fraction=0.15,
                                     n_iter_no_change=self.epochs, random_state=0)
                start = time.perf_counter()
                model.fit((self.x - self.mean) / self.scale, ((self.y - self.y_mean) / self.y_scale)[:, 0])
            self.sklearn_seconds, self.sklearn_model = time.perf_counter() - start, model
        return self.sklearn_model

    def train_sklearn(self, request):
        need(sklearn, "scikit-learn")
        self.sklearn_model = None
        self.fit_sklearn()
        return {"seconds": self.sklearn_seconds}

    def torch_values(self, rows):
        with torch.no_grad():
            standardised = torch.from_numpy((rows - self.mean) / self.scale)
            if self.members == 1:
                return self.models[0](standardised).numpy() * self.y_scale + self.y_mean
            values = torch.stack([model(standardised) for model in self.models])
            return values.mean(0).numpy() * self.y_scale + self.y_mean, values.std(0).numpy() * self.y_scale

    def single(self, request):
        if request["peer"] == "torch":
            need(torch, "torch")
            predict = self.torch_values
        else:
            need(sklearn, "scikit-learn")
            model = self.fit_sklearn()

            def predict(rows):
                return model.predict((rows - self.mean) / self.scale) * self.y_scale + self.y_mean

        calls = request["calls"]
        rows = [self.queries[i:i + 1] for i in range(calls)]

        def run():
            for row in rows:
                predict(row)

        return {"seconds": repeated(run) / calls}

    def batch_values(self, request):
        if request["peer"] == "torch":
            need(torch, "torch")
            return {"seconds": repeated(lambda: self.torch_values(self.queries))}
        need(sklearn, "scikit-learn")
        model = self.fit_sklearn()
        return {"seconds": repeated(lambda: model.predict((self.queries - self.mean) / self.scale) * self.y_scale + self.y_mean)}

    def batch_bars(self, request):
        """Values, and bars from the distance to as many points as ours looks at: what the first Python package offers, vectorised."""
        need(torch, "torch")
        need(cKDTree, "scipy")

        def run():
            values = self.torch_values(self.queries)
            distances = self.tree.query((self.queries - self.mean) / self.scale, k=2 * self.dimension)[0].mean(1)
            return values, 0.1 * distances**1.5

        return {"seconds": repeated(run)}


def hello():
    return {
        "python": platform.python_version(),
        "torch": None if torch is None else torch.__version__,
        "sklearn": None if sklearn is None else sklearn.__version__,
    }


def answering(script):
    operations = {
        "load": script.load, "train": script.train, "train_sklearn": script.train_sklearn, "single": script.single,
        "batch": script.batch_values, "batch_bars": script.batch_bars,
    }
    return lambda request: hello() if request["op"] == "hello" else operations[request["op"]](request)


if __name__ == "__main__":
    if torch is not None:
        torch.set_num_threads(1)
    serve(answering(Script()))
