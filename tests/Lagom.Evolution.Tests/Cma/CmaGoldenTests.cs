using System.Text.Json;

namespace Lagom.Evolution.Tests.Cma;

/// <summary>CMA-ES against what pycma computed from the same candidates and values.</summary>
public sealed class CmaGoldenTests
{
    [TestCase("active", true)]
    [TestCase("positive_only", false)]
    public void Tell_CandidatesOfPycma_GivesItsState(string variant, bool active)
    {
        JsonElement trace = Golden.Read("pycma/trace_ellipsoid.json");
        var strategy = new CmaEs(trace.Numbers("x0"), trace.GetProperty("sigma0").GetDouble(), new CmaEsOptions { Active = active });
        JsonElement expected = trace.GetProperty(variant);
        strategy.Parameters.Mueff.Should().BeApproximately(expected.GetProperty("mueff").GetDouble(), 1e-12);
        strategy.Parameters.Damping.Should().BeApproximately(expected.GetProperty("damps").GetDouble(), 1e-12);

        int number = 0;
        foreach (JsonElement generation in expected.GetProperty("generations").EnumerateArray())
        {
            strategy.Tell(generation.Numbers("asked"), generation.Numbers("values"));
            Check(strategy, generation, 1e-9, $"generation {++number}");
        }

        number.Should().Be(12);
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Tell_CandidatesOfTheReference_GivesItsState(int index)
    {
        JsonElement run = Golden.Read("lagom/cmaes.json").GetProperty("runs")[index];
        var strategy = new CmaEs(
            run.Numbers("x0"), run.GetProperty("sigma0").GetDouble(), new CmaEsOptions { PopulationSize = run.GetProperty("popsize").GetInt32(), Convention = CmaConvention.Tutorial });
        int number = 0;
        foreach (JsonElement generation in run.GetProperty("generations").EnumerateArray())
        {
            strategy.Tell(generation.Numbers("solutions"), generation.Numbers("function_values"));
            Check(strategy, generation, 1e-10, $"generation {++number}", "_after");
            EvolutionResult result = strategy.Result;
            result.FBest.Should().BeApproximately(generation.GetProperty("fbest").GetDouble(), 1e-12);
            result.EvalsBest.Should().Be(generation.GetProperty("evals_best").GetInt64());
            ((ReadOnlySpan<double>)result.Stds).ShouldMatch(generation.Numbers("stds"), 1e-10, "stds");
            result.Evaluations.Should().Be(generation.GetProperty("evaluations").GetInt64());
        }

        number.Should().Be(4);
    }

    [Test]
    public void Parameters_OfTheReference_Match()
    {
        foreach (JsonElement expected in Golden.Read("lagom/cmaes.json").GetProperty("parameters").EnumerateArray())
        {
            int n = expected.GetProperty("N").GetInt32();
            CmaParameters actual = new CmaEs(new double[n], 1, new CmaEsOptions { PopulationSize = expected.GetProperty("popsize").GetInt32(), Convention = CmaConvention.Tutorial }).Parameters;
            actual.ParentCount.Should().Be(expected.GetProperty("mu").GetInt32());
            actual.Weights.ShouldMatch(expected.Numbers("weights"), 1e-12, "weights");
            actual.MueffMinus.Should().BeApproximately(expected.GetProperty("mueff_minus").GetDouble(), 1e-11);
            actual.C1.Should().BeApproximately(expected.GetProperty("c1").GetDouble(), 1e-13);
            actual.Cmu.Should().BeApproximately(expected.GetProperty("cmu").GetDouble(), 1e-13);
            actual.Cc.Should().BeApproximately(expected.GetProperty("cc").GetDouble(), 1e-13);
            actual.Cs.Should().BeApproximately(expected.GetProperty("cs").GetDouble(), 1e-13);
            actual.ChiN.Should().BeApproximately(expected.GetProperty("chiN").GetDouble(), 1e-12);
        }
    }

    private static void Check(CmaEs strategy, JsonElement generation, double tolerance, string because, string suffix = "")
    {
        strategy.Mean.ShouldMatch(generation.Numbers("mean" + suffix), tolerance, because + ": mean");
        strategy.Sigma.Should().BeApproximately(generation.GetProperty("sigma" + suffix).GetDouble(), tolerance * strategy.Sigma, because);
        JsonElement matrix = generation.GetProperty(suffix.Length == 0 ? "covariance" : "C" + suffix);
        ((ReadOnlySpan<double>)strategy.Covariance()).ShouldMatch(matrix.Numbers(), tolerance, because + ": covariance");
        strategy.PathC.ShouldMatch(generation.Numbers("pc" + suffix), tolerance, because + ": pc");
        strategy.PathSigma.ShouldMatch(generation.Numbers("ps" + suffix), tolerance, because + ": ps");
    }
}
