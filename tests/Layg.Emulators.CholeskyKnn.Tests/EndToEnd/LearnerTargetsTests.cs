using System.Text.Json;
using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests.EndToEnd;

/// <summary>Harder densities sampled through the learner: shares of emulated calls that a prototype of the same error bar reached.</summary>
public sealed class LearnerTargetsTests
{
    private static IEnumerable<TestCaseData> Targets() =>
        Golden.Read("learner_targets.json").GetProperty("rows").EnumerateArray()
            .Select(row => new TestCaseData(row).SetArgDisplayNames(row.Text("target"), row.Number("abs_err").ToString()));

    [TestCaseSource(nameof(Targets))]
    public void Run_TargetDensity_EmulatesAsMuchAsThePrototypeWithFewWrongAcceptances(JsonElement target)
    {
        (int dimension, Func<double[], double> function) = Density(target.Text("target"));
        double tolerance = target.Number("abs_err");
        var emulatedShare = new List<double>();
        long wrong = 0, accepted = 0;
        for (int seed = 1; seed <= 3; seed++)
        {
            using var learner = Learner.Wrap(function, dimension, new CholeskyKnnEmulator(), new LearnerOptions { AbsoluteTolerance = tolerance, Seed = seed });
            ILogDensity density = new CheckedDensity(learner, function, (error, isExact) =>
            {
                accepted += isExact ? 0 : 1;
                wrong += error > tolerance ? 1 : 0;
            });
            double[][] start = EnsembleStart.Normal(20, [.. Enumerable.Repeat(-1.0, dimension)], 1, new RandomStream(seed).Split("start"));
            new EnsembleSampler(density, new EnsembleOptions { Seed = seed }).Run(start, 1000);
            emulatedShare.Add(learner.Statistics.EmulatedFraction);
        }

        emulatedShare.Average().Should().BeGreaterThan(target.Number("frac_emulated") - 0.03);
        // The prototype accepted up to 0.7 % of its values with a true error above the tolerance.
        ((double)wrong / accepted).Should().BeLessThan(0.01);
        TestContext.Out.WriteLine($"emulated {emulatedShare.Average():P1} (prototype {target.Number("frac_emulated"):P1}), wrong {(double)wrong / accepted:P2}");
    }

    private static (int Dimension, Func<double[], double> Function) Density(string name) => name switch
    {
        "minus_dot_2d" => (2, x => -x[0] * x[0] - x[1] * x[1]),
        "rosen_2d" => (2, x => -(Math.Pow(1 - x[0], 2) + 5 * Math.Pow(x[1] - x[0] * x[0], 2)) / 5),
        "quartic_4d" => (4, x => x.Sum(t => -t * t / 2 - 0.1 * Math.Pow(t, 4))),
        _ => throw new ArgumentException($"There is no density {name}.", nameof(name)),
    };

    /// <summary>A learner's log-density that compares every answer with the function itself.</summary>
    private sealed class CheckedDensity(Learner learner, Func<double[], double> function, Action<double, bool> report) : ILogDensity
    {
        private readonly ILogDensity _inner = LogDensity.FromLearner(learner);

        public int Dimension => _inner.Dimension;

        public IReadOnlyList<string> BlobNames => _inner.BlobNames;

        public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken)
        {
            _inner.Evaluate(points, logDensities, blobs, cancellationToken);
            for (int i = 0; i < logDensities.Length; i++)
                report(Math.Abs(logDensities[i] - function(points.Slice(i * Dimension, Dimension).ToArray())), blobs[2 * i + 1] == 1);
        }
    }
}
