using EvoGrad;
using Shared.Tensors;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DifferentiableExpectations.Demos;

/// <summary>
/// A start from which one evolution-strategy step adapts best to any of several tasks: the gradient goes through that step and needs the second
/// derivative of the inner expectation. Without it the search runs away.
/// </summary>
/// <remarks><b>Source:</b> Finn, Abbeel and Levine (2017), "Model-agnostic meta-learning"; Song et al. (2020), "ES-MAML".</remarks>
internal sealed class Adaptation() : Demo("adaptation", "Learning a start that adapts in one step", steps: 200)
{
    public const double Start = 3;
    private const double Sigma = 0.5;
    private const double InnerRate = 0.8;
    private const double OuterRate = 0.05;
    private const int Count = 200;

    /// <summary>The tasks: parabolas with their best here.</summary>
    public static readonly double[] Tasks = [4, 6];

    public override string Target => "start within 0.35 of 5, the middle of the tasks; without the second derivative further away than at first";

    public override DemoRun Run(long seed, int steps, Action<int, string> report, CancellationToken cancellationToken)
    {
        using var mean = new Parameter(tensor([Start]));
        using var shortcut = new Parameter(tensor([Start]));
        using optim.Optimizer optimizer = optim.SGD([mean], OuterRate, maximize: true), other = optim.SGD([shortcut], OuterRate, maximize: true);
        var stream = new RandomStream(seed);
        List<double> path = [Start], firstOrder = [Start];
        for (int step = 1; step <= steps && !cancellationToken.IsCancellationRequested; step++)
        {
            long draw = unchecked((long)stream.NextUInt64());
            Climb(mean, optimizer, draw, throughTheStep: true);
            // Soon it is so far away that the numbers would only grow.
            if (Math.Abs(shortcut.item<double>()) < 20)
                Climb(shortcut, other, draw, throughTheStep: false);
            path.Add(mean.item<double>());
            firstOrder.Add(shortcut.item<double>());
            report(step, FormattableString.Invariant($"start {path[^1]:F3}"));
        }

        return new DemoRun(seed, path, firstOrder);
    }

    public override bool Reaches(DemoRun run) => Math.Abs(run.Path[^1] - 5) < 0.35 && Math.Abs(run.Second[^1] - 5) > Math.Abs(Start - 5);

    public override string Outcome(DemoRun run) => FormattableString.Invariant($"start {run.Path[^1]:F3} (first order only: {run.Second[^1]:F1})");

    private static void Climb(Parameter mean, optim.Optimizer optimizer, long draw, bool throughTheStep)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        for (int task = 0; task < Tasks.Length; task++)
        {
            double best = Tasks[task];
            Tensor Fitness(Sample sample) => -(sample.Individuals.squeeze(1) - best).square();

            // The inner step, itself a differentiable function of the start.
            using NormalPopulation before = Population.Normal(mean, Sigma);
            using Sample inner = before.SamplePairs(Count, draw + 2 * task);
            Tensor expected = Expectation.Of(Fitness(inner), inner, before, baseline: Baseline.LeaveOneOut);
            Tensor slope = autograd.grad([expected], [mean], create_graph: throughTheStep)[0];
            Tensor adapted = mean + slope * InnerRate;

            using NormalPopulation after = Population.Normal(adapted, Sigma);
            using Sample outer = after.SamplePairs(Count, draw + 2 * task + 1);
            (Expectation.Of(Fitness(outer), outer, after, baseline: Baseline.LeaveOneOut) / Tasks.Length).backward();
        }

        optimizer.step();
    }
}
