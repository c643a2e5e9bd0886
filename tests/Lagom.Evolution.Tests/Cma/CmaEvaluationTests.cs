using Shared.Tensors;

namespace Lagom.Evolution.Tests.Cma;

/// <summary>How many evaluations CMA-ES needs, against pycma on the same task.</summary>
public sealed class CmaEvaluationTests
{
    private const int Seeds = 15;

    private static IEnumerable<TestCaseData> Cases() =>
        Golden.Read("pycma/reference.json").GetProperty("evaluations_to_target").EnumerateArray().Select(row => new TestCaseData(
            row.GetProperty("function").GetString(), row.GetProperty("dimension").GetInt32(), row.GetProperty("median_evaluations").GetDouble()));

    [TestCaseSource(nameof(Cases))]
    public void MedianEvaluations_ToTarget_AreAtMostTenPercentAbovePycma(string function, int dimension, double reference)
    {
        double[] evaluations = [.. Enumerable.Range(1, Seeds).Select(seed => EvaluationsToTarget(function, dimension, seed)).Order()];
        TestContext.Out.WriteLine($"{function} {dimension}: {evaluations[Seeds / 2]} (pycma {reference})");
        evaluations[Seeds / 2].Should().BeLessThanOrEqualTo(1.1 * reference);
    }

    private static double EvaluationsToTarget(string name, int dimension, long seed)
    {
        Func<double[], double> function = Functions.ByName(name);
        var start = new double[dimension];
        new RandomStream(seed).Split("start").FillUniform(start);
        for (int i = 0; i < dimension; i++)
            start[i] = 6 * start[i] - 3;
        var strategy = new CmaEs(start, 1, new CmaEsOptions { Seed = seed, Stop = new StopCriteria { TargetValue = 1e-9 } });
        while (strategy.StopReasons == StopReasons.None)
            strategy.Tell([.. strategy.Ask().ToArrays().Select(function)]);
        return strategy.StopReasons.HasFlag(StopReasons.TargetReached) ? strategy.Evaluations : double.PositiveInfinity;
    }
}
