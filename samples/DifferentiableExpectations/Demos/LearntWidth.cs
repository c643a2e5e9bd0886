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
    private const double Rate = 0.005;

    public override string Target => "mean within 0.06 of 5, σ within 0.01 of its prediction, 0.15";

    /// <summary>The standard deviation with infinitely many individuals: the expectation is −(a² + σ²), whose derivative by ln σ is −2 σ².</summary>
    public static double[] Prediction(int steps)
    {
        var path = new double[steps + 1];
        path[0] = StartSigma;
        for (int step = 1; step <= steps; step++)
            path[step] = path[step - 1] * Math.Exp(-2 * Rate * path[step - 1] * path[step - 1]);
        return path;
    }

    public override DemoRun Run(long seed, int steps, Action<int, string> report, CancellationToken cancellationToken)
    {
        var stream = new RandomStream(seed);
        using var mean = new Parameter(tensor([Start]));
        using var logSigma = new Parameter(tensor(Math.Log(StartSigma)));
        NormalPopulation population = Population.NormalWithLogScale(mean, logSigma);
        using optim.Optimizer optimizer = optim.SGD([mean, logSigma], Rate, maximize: true);
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

    public override bool Reaches(DemoRun run) => Math.Abs(run.Path[^1] - Quadratic.Best) < 0.06 && Math.Abs(run.Second[^1] - Prediction(Steps)[^1]) < 0.01;

    public override string Outcome(DemoRun run) => FormattableString.Invariant($"mean {run.Path[^1]:F3}, σ {run.Second[^1]:F3}");
}
