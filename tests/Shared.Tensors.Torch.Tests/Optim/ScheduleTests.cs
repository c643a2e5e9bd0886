using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler.impl;

namespace Shared.Tensors.Torch.Tests.Optim;

/// <summary>Every schedule of learning rates against Python's torch.</summary>
public sealed class ScheduleTests
{
    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> Schedulers = new()
    {
        ["lr_scheduler.LambdaLR(o, lambda epoch: 0.95 ** epoch)"] = o => lr_scheduler.LambdaLR(o, epoch => Math.Pow(0.95, epoch)),
        ["lr_scheduler.LambdaLR(o, [lambda epoch: 1 / (1 + epoch), lambda epoch: 0.5])"] = o => new LambdaLR(o, [epoch => 1.0 / (1 + epoch), _ => 0.5]),
        ["lr_scheduler.MultiplicativeLR(o, lambda epoch: 0.95)"] = o => lr_scheduler.MultiplicativeLR(o, _ => 0.95),
        ["lr_scheduler.StepLR(o, 4, 0.5)"] = o => lr_scheduler.StepLR(o, 4, 0.5),
        ["lr_scheduler.MultiStepLR(o, [3, 3, 9], 0.3)"] = o => lr_scheduler.MultiStepLR(o, [3, 3, 9], 0.3),
        ["lr_scheduler.ConstantLR(o)"] = o => lr_scheduler.ConstantLR(o),
        ["lr_scheduler.ConstantLR(o, 0.5, 8)"] = o => lr_scheduler.ConstantLR(o, 0.5, 8),
        ["lr_scheduler.LinearLR(o)"] = o => Schedules.Linear(o),
        ["lr_scheduler.LinearLR(o, 0.25, 0.75, 12)"] = o => Schedules.Linear(o, 0.25, 0.75, 12),
        ["lr_scheduler.ExponentialLR(o, 0.9)"] = o => lr_scheduler.ExponentialLR(o, 0.9),
        ["lr_scheduler.CosineAnnealingLR(o, 10)"] = o => lr_scheduler.CosineAnnealingLR(o, 10),
        ["lr_scheduler.CosineAnnealingLR(o, 7, 0.01)"] = o => lr_scheduler.CosineAnnealingLR(o, 7, 0.01),
        ["lr_scheduler.PolynomialLR(o)"] = o => Schedules.Polynomial(o),
        ["lr_scheduler.PolynomialLR(o, 20, 2)"] = o => Schedules.Polynomial(o, 20, 2),
        ["lr_scheduler.CyclicLR(o, 0.1, 1, 4)"] = o => lr_scheduler.CyclicLR(o, 0.1, 1, 4),
        ["lr_scheduler.CyclicLR(o, 0.1, 1, 3, 5, mode='triangular2', base_momentum=0.5, max_momentum=0.95)"] = o =>
            lr_scheduler.CyclicLR(o, 0.1, 1, 3, 5, CyclicLR.Mode.Triangular2, base_momentum: 0.5, max_momentum: 0.95),
        ["lr_scheduler.CyclicLR(o, [0.1, 0.2], [1, 2], 3, mode='exp_range', gamma=0.9, cycle_momentum=False)"] = o =>
            lr_scheduler.CyclicLR(o, [0.1, 0.2], [1, 2], 3, mode: CyclicLR.Mode.ExpRange, gamma: 0.9, cycle_momentum: false),
        ["lr_scheduler.CyclicLR(o, 0.1, 1, 4, scale_fn=lambda epoch: 1 / (1 + epoch), scale_mode='iterations')"] = o =>
            lr_scheduler.CyclicLR(o, 0.1, 1, 4, scale_fn: epoch => 1 / (1 + epoch), scale_mode: CyclicLR.ScaleMode.Iterations),
        ["lr_scheduler.OneCycleLR(o, 1, total_steps=40)"] = o => lr_scheduler.OneCycleLR(o, 1, 40),
        ["lr_scheduler.OneCycleLR(o, [1, 2], epochs=4, steps_per_epoch=10, pct_start=0.4, three_phase=True)"] = o =>
            lr_scheduler.OneCycleLR(o, [1, 2], epochs: 4, steps_per_epoch: 10, pct_start: 0.4, three_phase: true),
        ["lr_scheduler.OneCycleLR(o, 1, total_steps=40, anneal_strategy='linear', div_factor=10, final_div_factor=100)"] = o =>
            lr_scheduler.OneCycleLR(o, 1, 40, anneal_strategy: OneCycleLR.AnnealStrategy.Linear, div_factor: 10, final_div_factor: 100),
        ["lr_scheduler.OneCycleLR(a, 1, total_steps=40)"] = a => lr_scheduler.OneCycleLR(a, 1, 40),
        ["lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9), lr_scheduler.StepLR(o, 3)], [5, 15])"] = o =>
            lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9), lr_scheduler.StepLR(o, 3)], [5, 15]),
        ["lr_scheduler.ChainedScheduler([lr_scheduler.ConstantLR(o, 0.1, 3), lr_scheduler.ExponentialLR(o, 0.9)])"] = o =>
            lr_scheduler.ChainedLR([lr_scheduler.ConstantLR(o, 0.1, 3), lr_scheduler.ExponentialLR(o, 0.9)]),
        ["lr_scheduler.ReduceLROnPlateau(o, patience=2)"] = o => lr_scheduler.ReduceLROnPlateau(o, patience: 2),
        ["lr_scheduler.ReduceLROnPlateau(o, 'max', 0.5, 1, 0.01, 'abs', 2, [0.05, 0.01])"] = o =>
            lr_scheduler.ReduceLROnPlateau(o, "max", 0.5, 1, 0.01, "abs", 2, [0.05, 0.01]),
    };

    private static IEnumerable<string> Names => Schedulers.Keys;

    [TestCaseSource(nameof(Names))]
    public void Rates_OfAllEpochs_ArePythons(string python)
    {
        using var scope = torch.NewDisposeScope();
        var problem = new OptimProblem(torch.float64);
        using Optimizer optimizer = python.Contains("(a,", StringComparison.Ordinal)
            ? Adam([new Adam.ParamGroup { Parameters = [problem.W] }, new Adam.ParamGroup([problem.B], new Adam.Options { LearningRate = 0.2 })], 0.5)
            : SGD([new SGD.ParamGroup { Parameters = [problem.W] }, new SGD.ParamGroup([problem.B], new SGD.Options { LearningRate = 0.2 })], 0.5, 0.9);
        lr_scheduler.LRScheduler scheduler = Schedulers[python](optimizer);
        ILearningRateController[] groups = [.. optimizer.ParamGroups];
        int epoch = 0;
        foreach (JsonElement row in OptimGolden.Data.GetProperty("schedules").GetProperty(python).EnumerateArray())
        {
            double[] expected = [.. row.EnumerateArray().Select(value => value.GetDouble())];
            double[] actual = [.. groups.Select(group => group.LearningRate), .. groups.Select(group => group is IMomentum momentum ? momentum.Momentum : ((IBetas)group).Betas.Item1)];
            for (int i = 0; i < expected.Length; i++)
                actual[i].Should().BeApproximately(expected[i], 1e-12, "value {0} of epoch {1}", i, epoch);
            scheduler.get_last_lr().Should().Equal(groups.Select(group => group.LearningRate));
            if (scheduler is ReduceLROnPlateau)
                scheduler.step(epoch * 7 % 11 / (1 + (epoch / 5.0)));
            else
                scheduler.step();
            epoch++;
        }
        epoch.Should().Be(30);
    }

    [Test]
    public void Cases_AndPythonsSchedules_AreTheSame() =>
        Names.Should().BeEquivalentTo(OptimGolden.Data.GetProperty("schedules").EnumerateObject().Select(one => one.Name));

    [Test]
    public void Step_WithEpoch_GoesThere()
    {
        using var parameter = new Parameter(torch.ones(1));
        using SGD optimizer = SGD([parameter], 1);
        lr_scheduler.LRScheduler scheduler = lr_scheduler.ExponentialLR(optimizer, 0.5);
        scheduler.step(3);
        optimizer.ParamGroups.Single().LearningRate.Should().Be(0.125);
        scheduler.step();
        optimizer.ParamGroups.Single().LearningRate.Should().Be(0.0625);
    }

    [Test]
    public void Schedules_OfBadArguments_AreRefused()
    {
        using Parameter parameter = new(torch.ones(1)), other = new(torch.ones(1));
        using SGD optimizer = SGD([parameter], 1);
        using Adagrad withoutMomentum = Adagrad([other]);
        FluentActions.Invoking(() => Schedules.Linear(optimizer, startFactor: 0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*above 0*");
        FluentActions.Invoking(() => Schedules.Polynomial(optimizer, epochs: 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => lr_scheduler.ConstantLR(optimizer, 2)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*between 0 and 1*");
        FluentActions.Invoking(() => lr_scheduler.ReduceLROnPlateau(optimizer, "least")).Should().Throw<ArgumentException>().WithMessage("*mode least is unknown*");
        FluentActions.Invoking(() => lr_scheduler.ReduceLROnPlateau(optimizer).step()).Should().Throw<InvalidOperationException>().WithMessage("*step(current)*");
        FluentActions.Invoking(() => new LambdaLR(optimizer, [_ => 1, _ => 2])).Should().Throw<ArgumentException>().WithMessage("*Expected 1 values*got 2*");
        FluentActions.Invoking(() => lr_scheduler.OneCycleLR(optimizer, 1)).Should().Throw<ArgumentException>().WithMessage("*total_steps OR*");
        FluentActions.Invoking(() => lr_scheduler.CyclicLR(withoutMomentum, 0.1, 1)).Should().Throw<ArgumentException>().WithMessage("*must support momentum*");
        FluentActions.Invoking(() => lr_scheduler.SequentialLR(optimizer, [lr_scheduler.StepLR(withoutMomentum, 1)], [])).Should().Throw<ArgumentException>().WithMessage("*same optimizer*");
        FluentActions.Invoking(() => lr_scheduler.SequentialLR(optimizer, [lr_scheduler.StepLR(optimizer, 1)], [3])).Should().Throw<ArgumentException>().WithMessage("*one more*");
        FluentActions.Invoking(() => lr_scheduler.StepLR(optimizer, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => lr_scheduler.LambdaLR(optimizer, _ => 1, last_epoch: 4)).Should().NotThrow("its initial rate is known by now");
    }

    [Test]
    public void OneCycle_BeyondItsEnd_Throws()
    {
        using var parameter = new Parameter(torch.ones(1));
        using SGD optimizer = SGD([parameter], 1, 0.9);
        lr_scheduler.LRScheduler scheduler = lr_scheduler.OneCycleLR(optimizer, 1, 3);
        for (int i = 0; i < 3; i++)
            scheduler.step();
        FluentActions.Invoking(scheduler.step).Should().Throw<InvalidOperationException>().WithMessage("*total steps is 3*");
    }
}
