using EvoGrad;
using Shared.Tensors;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DifferentiableExpectations.Demos;

/// <summary>The parabola again, with the logarithm of the standard deviation learnt by its gradient too.</summary>
internal sealed class LearntWidth() : Demo("width", "Learning the width as well", steps: 2000)
{
    private const double Start = 1;
    private const double StartSigma = 0.5;

    public override string Target => "mean within 0.06 of 5 and standard deviation below 0.1";

    public override DemoRun Run(long seed, int steps, Action<int, string> report, CancellationToken cancellationToken)
    {
        var stream = new RandomStream(seed);
        using var mean = new Parameter(tensor([Start]));
        using var logSigma = new Parameter(tensor(Math.Log(StartSigma)));
        NormalPopulation population = Population.NormalWithLogScale(mean, logSigma);
        using optim.Optimizer optimizer = optim.SGD([mean, logSigma], 0.005, maximize: true);
        List<double> path = [Start], width = [StartSigma];
        for (int step = 1; step <= steps && !cancellationToken.IsCancellationRequested; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            using Sample x = population.SamplePairs(100, stream);
            optimizer.zero_grad();
            // The fitness as it is: the best width of a parabola is 0.
            Expectation.Of(-(x.Individuals.squeeze(1) - Quadratic.Best).square(), x, population, baseline: Baseline.LeaveOneOut).backward();
            optimizer.step();
            path.Add(mean.item<double>());
            width.Add(Math.Exp(logSigma.item<double>()));
            report(step, FormattableString.Invariant($"mean {path[^1]:F3}, σ {width[^1]:F3}"));
        }

        return new DemoRun(seed, path, width);
    }

    public override bool Reaches(DemoRun run) => Math.Abs(run.Path[^1] - Quadratic.Best) < 0.06 && run.Second[^1] < 0.1;

    public override string Outcome(DemoRun run) => FormattableString.Invariant($"mean {run.Path[^1]:F3}, σ {run.Second[^1]:F3}");
}
