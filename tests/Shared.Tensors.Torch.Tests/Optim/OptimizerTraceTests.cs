using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Torch.Tests.Optim;

/// <summary>Every optimizer and option against the steps of Python's torch.</summary>
public sealed class OptimizerTraceTests
{
    private static readonly Dictionary<string, Func<Parameter, Parameter, torch.optim.Optimizer>> Optimizers = new()
    {
        ["SGD(p, lr=0.1)"] = (w, b) => torch.optim.SGD([w, b], 0.1),
        ["SGD(p, lr=0.1, momentum=0.9)"] = (w, b) => torch.optim.SGD([w, b], 0.1, 0.9),
        ["SGD(p, lr=0.1, momentum=0.9, dampening=0.3, weight_decay=0.05)"] = (w, b) => torch.optim.SGD([w, b], 0.1, 0.9, 0.3, 0.05),
        ["SGD(p, lr=0.1, momentum=0.9, nesterov=True)"] = (w, b) => torch.optim.SGD([w, b], 0.1, 0.9, nesterov: true),
        ["SGD(p, lr=0.01, momentum=0.5, maximize=True, weight_decay=0.1)"] = (w, b) => torch.optim.SGD([w, b], 0.01, 0.5, maximize: true, weight_decay: 0.1),
        ["SGD([{'params': [w]}, {'params': [b], 'lr': 0.01, 'momentum': 0.5}], lr=0.1)"] = (w, b) =>
            torch.optim.SGD([new SGD.ParamGroup { Parameters = [w] }, new SGD.ParamGroup([b], 0.01, 0.5)], 0.1),
        ["Adam(p)"] = (w, b) => torch.optim.Adam([w, b]),
        ["Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1)"] = (w, b) => torch.optim.Adam([w, b], 0.05, 0.8, 0.95, 1e-6, 0.1),
        ["Adam(p, lr=0.05, amsgrad=True)"] = (w, b) => torch.optim.Adam([w, b], 0.05, amsgrad: true),
        ["Adam(p, lr=0.05, maximize=True)"] = (w, b) => torch.optim.Adam([w, b], 0.05, maximize: true),
        ["Adam([{'params': [w], 'lr': 0.2}, {'params': [b], 'betas': (0.5, 0.9)}], lr=0.1)"] = (w, b) => torch.optim.Adam(
            [new Adam.ParamGroup([w], new Adam.Options { LearningRate = 0.2 }), new Adam.ParamGroup([b], new Adam.Options { beta1 = 0.5, beta2 = 0.9 })], 0.1),
        ["AdamW(p, lr=0.05, weight_decay=0.1)"] = (w, b) => torch.optim.AdamW([w, b], 0.05, weight_decay: 0.1),
        ["AdamW(p, lr=0.05, amsgrad=True, maximize=True, weight_decay=0.01)"] = (w, b) => torch.optim.AdamW([w, b], 0.05, weight_decay: 0.01, amsgrad: true, maximize: true),
        ["RMSprop(p, lr=0.05)"] = (w, b) => torch.optim.RMSProp([w, b], 0.05),
        ["RMSprop(p, lr=0.05, alpha=0.9, eps=1e-5, weight_decay=0.1, momentum=0.9)"] = (w, b) => torch.optim.RMSProp([w, b], 0.05, 0.9, 1e-5, 0.1, 0.9),
        ["RMSprop(p, lr=0.05, centered=True)"] = (w, b) => torch.optim.RMSProp([w, b], 0.05, centered: true),
        ["RMSprop(p, lr=0.05, centered=True, momentum=0.5, maximize=True)"] = (w, b) => torch.optim.RMSProp([w, b], 0.05, momentum: 0.5, centered: true, maximize: true),
        ["Adagrad(p, lr=0.2)"] = (w, b) => torch.optim.Adagrad([w, b], 0.2),
        ["Adagrad(p, lr=0.2, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.5)"] = (w, b) => torch.optim.Adagrad([w, b], 0.2, 0.1, 0.1, 0.5),
        ["Adadelta(p)"] = (w, b) => torch.optim.Adadelta([w, b]),
        ["Adadelta(p, lr=0.5, rho=0.8, eps=1e-4, weight_decay=0.1, maximize=True)"] = (w, b) => torch.optim.Adadelta([w, b], 0.5, 0.8, 1e-4, 0.1, true),
        ["Adamax(p, lr=0.1)"] = (w, b) => torch.optim.Adamax([w, b], 0.1),
        ["Adamax(p, lr=0.1, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1)"] = (w, b) => torch.optim.Adamax([w, b], 0.1, 0.8, 0.9, 1e-4, 0.1),
        ["NAdam(p, lr=0.1)"] = (w, b) => torch.optim.NAdam([w, b], 0.1),
        ["NAdam(p, lr=0.1, betas=(0.8, 0.9), weight_decay=0.1, momentum_decay=0.01)"] = (w, b) => torch.optim.NAdam([w, b], 0.1, 0.8, 0.9, weight_decay: 0.1, momentum_decay: 0.01),
        ["RAdam(p, lr=0.1)"] = (w, b) => torch.optim.RAdam([w, b], 0.1),
        ["RAdam(p, lr=0.1, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.1)"] = (w, b) => torch.optim.RAdam([w, b], 0.1, 0.8, 0.9, 1e-4, 0.1),
        ["Rprop(p, lr=0.1)"] = (w, b) => torch.optim.Rprop([w, b], 0.1),
        ["Rprop(p, lr=0.1, etas=(0.3, 1.5), step_sizes=(0.01, 0.2))"] = (w, b) => torch.optim.Rprop([w, b], 0.1, 0.3, 1.5, 0.01, 0.2),
        ["ASGD(p, lr=0.1)"] = (w, b) => torch.optim.ASGD([w, b], 0.1),
        ["ASGD(p, lr=0.1, lambd=0.01, alpha=0.5, t0=4, weight_decay=0.1)"] = (w, b) => torch.optim.ASGD([w, b], 0.1, 0.01, 0.5, 4, 0.1),
        ["LBFGS(p, lr=0.1)"] = (w, b) => torch.optim.LBFGS([w, b], 0.1),
        ["LBFGS(p, lr=0.5, max_iter=4, history_size=3)"] = (w, b) => torch.optim.LBFGS([w, b], 0.5, 4, history_size: 3),
    };

    private static IEnumerable<string> Names => Optimizers.Keys;

    [TestCaseSource(nameof(Names))]
    public void Steps_InFloat64_ArePythons(string python) => Compare(python, torch.float64, 1e-10);

    [TestCaseSource(nameof(Names))]
    public void Steps_InFloat32_ArePythons(string python) =>
        // L-BFGS takes many inner steps, each with the rounding of sums over all parameters.
        Compare(python, torch.float32, python.StartsWith("LBFGS", StringComparison.Ordinal) ? 1e-3 : 2e-5);

    [Test]
    public void Cases_AndPythonsTraces_AreTheSame() =>
        Names.Should().BeEquivalentTo(OptimGolden.Data.GetProperty("float64").EnumerateObject().Select(one => one.Name));

    private static void Compare(string python, torch.ScalarType type, double tolerance)
    {
        using var scope = torch.NewDisposeScope();
        var problem = new OptimProblem(type);
        using torch.optim.Optimizer optimizer = Optimizers[python](problem.W, problem.B);
        JsonElement trace = OptimGolden.Data.GetProperty(type == torch.float64 ? "float64" : "float32").GetProperty(python);
        int step = 0;
        foreach (JsonElement row in trace.EnumerateArray())
        {
            problem.Step(optimizer, step);
            double[] expected = [.. row.EnumerateArray().Select(value => value.GetDouble())];
            double[] actual = problem.Values();
            for (int i = 0; i < expected.Length; i++)
                actual[i].Should().BeApproximately(expected[i], tolerance * Math.Max(1, Math.Abs(expected[i])), "parameter {0} after step {1}", i, step);
            step++;
        }
        step.Should().Be(12);
    }
}
