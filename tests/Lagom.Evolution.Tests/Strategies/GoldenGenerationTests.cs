using System.Text.Json;
using Lagom.Evolution.Fitness;
using Lagom.Evolution.Schedules;
using Shared.Tensors.NumPy;

namespace Lagom.Evolution.Tests.Strategies;

/// <summary>Draws and updates of the Python library of the same name, generation by generation.</summary>
[TestFixture]
internal sealed class GoldenGenerationTests
{
    private const double FloatTolerance = 2e-6;
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden/lagom/es.json"))).RootElement;

    [TestCase(0)]
    [TestCase(1)]
    public void CrossEntropyMethod_GoldenRun_SameFloatsInEveryGeneration(int number)
    {
        JsonElement run = Golden.GetProperty("cem")[number];
        JsonElement options = run.GetProperty("opts");
        double[] x0 = Numbers(run.GetProperty("x0"));
        double[] sigma0 = run.GetProperty("sigma0").ValueKind == JsonValueKind.Array
            ? Numbers(run.GetProperty("sigma0"))
            : [.. x0.Select(_ => run.GetProperty("sigma0").GetDouble())];
        var strategy = new CrossEntropyMethod(x0, 1, new CrossEntropyOptions
        {
            PopulationSize = options.GetProperty("popsize").GetInt32(),
            EliteRatio = options.GetProperty("elite_ratio").GetDouble(),
            ExtraVariance = Schedule(options.GetProperty("noise_scheduler_args")),
            CoordinateStds = sigma0,
            Smoothing = 0,
            SinglePrecision = true,
        });
        var random = new NumPyRandomState(options.GetProperty("seed").GetUInt32());
        double best = double.PositiveInfinity;
        foreach (JsonElement generation in run.GetProperty("generations").EnumerateArray())
        {
            double[] solutions = Rows(generation.GetProperty("solutions"));
            var drawn = new double[solutions.Length];
            random.FillNormal(drawn);
            strategy.Place(drawn);
            drawn.Should().Equal(solutions);

            strategy.Tell(solutions, Numbers(generation.GetProperty("function_values")));
            EvolutionResult result = strategy.Result;
            result.XFavorite.Should().Equal(Numbers(generation.GetProperty("mean_after")));
            result.Stds.Should().Equal(Numbers(generation.GetProperty("std_after")));
            result.Iterations.Should().Be(generation.GetProperty("iterations").GetInt64());
            // The original reports the best of the generation, here it is that of the run.
            best = Math.Min(best, generation.GetProperty("fbest").GetDouble());
            result.FBest.Should().Be(best);
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    public void OpenAiEs_GoldenRun_SameDrawsGradientsAndSteps(int number)
    {
        JsonElement run = Golden.GetProperty("openai_es")[number];
        JsonElement options = run.GetProperty("opts");
        JsonElement[] generations = [.. run.GetProperty("generations").EnumerateArray()];
        bool antithetic = options.GetProperty("antithetic").GetBoolean();
        var strategy = new OpenAiEs(Numbers(run.GetProperty("x0")), 1, new OpenAiEsOptions
        {
            PopulationSize = options.GetProperty("popsize").GetInt32(),
            SigmaSchedule = new Listed([.. generations.Select(g => g.GetProperty("sigma_used")[0].GetDouble()), generations[^1].GetProperty("sigma_after").GetDouble()]),
            LearningRate = new ExponentialSchedule(
                options.GetProperty("lr").GetDouble(), options.GetProperty("lr_decay").GetDouble(), options.GetProperty("min_lr").GetDouble()),
            Antithetic = antithetic,
            Shaping = options.GetProperty("rank_transform").GetBoolean() ? FitnessShaping.CentredRanks : FitnessShaping.Raw,
        });
        var random = new NumPyRandomState(options.GetProperty("seed").GetUInt32());
        foreach (JsonElement generation in generations)
        {
            double[] noise = Rows(generation.GetProperty("eps"));
            var drawn = new double[noise.Length];
            random.FillNormal(drawn.AsSpan(0, antithetic ? drawn.Length / 2 : drawn.Length));
            if (antithetic)
                Evolution.Rows.Mirror(drawn);
            drawn.Should().Equal(noise);
            strategy.Place(drawn);
            ShouldBeNear(drawn, Rows(generation.GetProperty("solutions")));

            strategy.Tell(drawn, Numbers(generation.GetProperty("function_values")));
            ShouldBeNear(strategy.LastGradient.ToArray(), Numbers(generation.GetProperty("gradient")));
            strategy.StepSize.Should().BeApproximately(generation.GetProperty("sigma_after").GetDouble(), 1e-12);
        }

        // The file's mean_after is that of the last generation in every one: an array that was changed in place.
        ShouldBeNear(strategy.Result.XFavorite, Numbers(generations[^1].GetProperty("mean_after")));
    }

    private static void ShouldBeNear(double[] actual, double[] expected)
    {
        actual.Length.Should().Be(expected.Length);
        for (int i = 0; i < actual.Length; i++)
            actual[i].Should().BeApproximately(expected[i], FloatTolerance * Math.Max(1, Math.Abs(expected[i])));
    }

    private static LinearSchedule Schedule(JsonElement arguments) =>
        new(arguments[0].GetDouble(), arguments[1].GetDouble(), arguments[2].GetInt32(), arguments[3].GetInt32());

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

    private static double[] Rows(JsonElement array) => [.. array.EnumerateArray().SelectMany(Numbers)];

    private sealed record Listed(double[] Values) : Schedule
    {
        public override double At(long generation) => Values[generation];
    }
}
