using System.Text.Json;

namespace L2L.Tests.Optimizers;

/// <summary>Whether each original optimizer, its defects mended, is at least as good as it was with its own settings and budget.</summary>
[Category("Long")]
public sealed class ParityTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Settings = new()
    {
        ["cross-entropy"] = new() { ["generations"] = "1000", ["population-size"] = "10" },
        ["face"] = new() { ["generations"] = "30" },
        ["genetic-algorithm"] = new() { ["generations"] = "100" },
        ["evolution-strategies"] = new() { ["generations"] = "1000" },
        ["natural-evolution-strategies"] = new() { ["generations"] = "100" },
        ["gradient-descent"] = new() { ["generations"] = "100" },
        ["grid-search"] = new() { ["steps"] = "30" },
        ["simulated-annealing"] = new() { ["generations"] = "100" },
        ["parallel-tempering"] = new() { ["generations"] = "1000" },
        ["ensemble-kalman"] = new() { ["generations"] = "50" },
    };

    private static IEnumerable<TestCaseData> Runs() => Golden.Read("parity.json").Items("runs")
        .Select(r => new TestCaseData(r).SetArgDisplayNames(r.GetProperty("optimizer").GetString()!, r.GetProperty("function").GetString()!));

    [TestCaseSource(nameof(Runs))]
    public void Run_TwentySeeds_IsNotWorseThanTheOriginal(JsonElement recorded)
    {
        string name = recorded.GetProperty("optimizer").GetString()!, function = recorded.GetProperty("function").GetString()!;
        double[] original = recorded.GetProperty("costs").Numbers();
        double[] own = [.. Enumerable.Range(0, original.Length).Select(seed =>
            -Quick.Run(OptimizerCatalog.Create(name, Quick.Problem(function), new Dictionary<string, string>(Settings[name]) { ["seed"] = seed.ToString() }), function).BestWeighted)];
        // Mann and Whitney's test that the costs here are larger, at 1 %.
        double wins = own.Sum(x => original.Sum(y => Math.Abs(x - y) < 1e-12 ? 0.5 : x < y ? 1 : 0));
        double pairs = own.Length * original.Length;
        double z = (wins - pairs / 2) / Math.Sqrt(pairs * (own.Length + original.Length + 1) / 12);
        TestContext.Out.WriteLine($"{name} on {function}: median {own.Order().ElementAt(10):g3}, the original's {original.Order().ElementAt(10):g3}; z {z:f1}");
        z.Should().BeGreaterThan(-2.33);
    }
}
