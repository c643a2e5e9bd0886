using System.Text.Json;
using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests.EndToEnd;

/// <summary>The Python package's own accuracy and training tests, on its seven test functions; with counters asserted as well.</summary>
public sealed class LearnerAccuracyTests
{
    private static readonly string[] Names = ["constant", "first_var", "dot", "sin", "exp", "step_sum", "rational"];

    [TestCaseSource(nameof(Names))]
    public void Function_AtTheReferencePoints_IsTheOriginals(string name)
    {
        JsonElement golden = Golden.Read("test_functions.json");
        double[] expected = golden.GetProperty("values").GetProperty(name).Numbers();
        double[] actual = [.. golden.GetProperty("points").Rows().Select(Function(name))];
        for (int i = 0; i < expected.Length; i++)
            actual[i].Should().BeApproximately(expected[i], 1e-12);
    }

    [TestCase(1000)]
    [TestCase(100)]
    public void Evaluate_CompatibilityPreset_TrainsAndRetrainsAsTheOriginalsTests(int threshold)
    {
        using var learner = Learner.Wrap(_ => 1.0, 1, new CholeskyKnnEmulator(CholeskyKnnOptions.Original), LearnerOptions.Original with { InitialTrainingThreshold = threshold });
        var random = new RandomStream(11);
        for (int call = 0; call < threshold; call++)
            learner.Evaluate([random.NextDouble()]);
        learner.Evaluate([0.5]).Source.Should().Be(EvaluationSource.Emulated);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Trainings == 1 && s.Emulated == 1 && s.Exact == threshold);

        // Far from all points the domain guard refuses, so every call is exact until the next training.
        for (int call = 0; call < threshold / 2; call++)
            learner.Evaluate([100 + random.NextDouble()]).Source.Should().Be(EvaluationSource.Exact);
        learner.Evaluate([0.25]);
        learner.Statistics.Should().Match<LearnerStatistics>(s => s.Trainings == 2 && s.Emulated == 2 && s.Exact == threshold * 3 / 2);
    }

    [Test]
    public void Evaluate_IncrementalInsertion_MakesANewRegionUsableAfterAFewPoints()
    {
        using var learner = Learner.Wrap(x => x[0] * x[0], 1, new CholeskyKnnEmulator(), new LearnerOptions { InitialTrainingThreshold = 200, RetrainGrowth = 100 });
        var random = new RandomStream(11);
        for (int call = 0; call < 200; call++)
            learner.Evaluate([random.NextDouble()]);

        int exact = Enumerable.Range(0, 200).Count(_ => learner.Evaluate([3 + random.NextDouble()]).Source == EvaluationSource.Exact);

        exact.Should().BeInRange(6, 100);
        learner.Statistics.Trainings.Should().Be(1);
    }

    [Test, CancelAfter(120_000)]
    public void Evaluate_SixteenThreads_AnswersRightWithTheRealEmulator(CancellationToken cancellationToken)
    {
        Func<double[], double> function = Function("exp");
        using var learner = Learner.Wrap(function, 2, new CholeskyKnnEmulator(), new LearnerOptions { InitialTrainingThreshold = 500, AbsoluteTolerance = 0.01 });
        long wrong = 0, calls = 0;
        Thread[] threads = [.. Enumerable.Range(0, 16).Select(i => new Thread(() =>
        {
            RandomStream random = new RandomStream(5).Split("thread", i);
            var x = new double[2];
            for (int call = 0; call < 10_000; call++)
            {
                random.FillUniform(x);
                Evaluation evaluation = learner.Evaluate(x, cancellationToken);
                if (!(Math.Abs(evaluation.Value - function(x)) < (evaluation.IsExact ? 1e-15 : 0.02)))
                    Interlocked.Increment(ref wrong);
                Interlocked.Increment(ref calls);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        calls.Should().Be(160_000);
        wrong.Should().Be(0);
        learner.Statistics.Calls.Should().Be(160_000);
        // How many calls were exact depends on how long the first training took; none may be once it is over.
        learner.Statistics.Emulated.Should().BePositive();
        learner.Evaluate([0.5, 0.5], cancellationToken).Source.Should().Be(EvaluationSource.Emulated);
    }

    private static Func<double[], double> Function(string name)
    {
        string known = name switch { "sin" => "sin10", "step_sum" => "step", _ => name };
        return x => TestFunctions.Evaluate(known, x);
    }
}
