using EvoGrad;
using Shared.Tensors;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DifferentiableExpectations.Demos;

/// <summary>A normal distribution on a line, whose mean climbs the gradient of an expectation.</summary>
internal abstract class LineDemo(string name, string title, double rate) : Demo(name, title, steps: 2000)
{
    public const double Start = 1;
    public const double Sigma = 0.5;
    private const int Count = 500;

    public override DemoRun Run(long seed, int steps, Action<int, string> report, CancellationToken cancellationToken)
    {
        var stream = new RandomStream(seed);
        using var mean = new Parameter(tensor([Start]));
        using NormalPopulation population = Population.Normal(mean, Sigma);
        using optim.Optimizer optimizer = optim.SGD([mean], rate, maximize: true);
        var path = new List<double> { Start };
        for (int step = 1; step <= steps && !cancellationToken.IsCancellationRequested; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            using Sample x = population.Sample(Count, stream);
            optimizer.zero_grad();
            Objective(x.Individuals.squeeze(1), x, population).backward();
            optimizer.step();
            path.Add(mean.item<double>());
            report(step, FormattableString.Invariant($"mean {path[^1]:F3}"));
        }

        return new DemoRun(seed, path, []);
    }

    public override string Outcome(DemoRun run) => FormattableString.Invariant($"mean {run.Path[^1]:F3}");

    /// <summary>What is climbed, differentiable in the population's mean.</summary>
    protected abstract Tensor Objective(Tensor x, Sample sample, NormalPopulation population);

    /// <summary>(f − mean) / standard deviation; constants for the gradient.</summary>
    protected static Tensor Standardized(Tensor values) => FitnessShaping.Standardize.Shape(values);
}
