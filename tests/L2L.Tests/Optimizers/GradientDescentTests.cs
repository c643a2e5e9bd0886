using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class GradientDescentTests
{
    private static IEnumerable<TestCaseData> Runs() => Golden.Read("gradient_descent.json").Items("runs")
        .Select(r => new TestCaseData(r).SetArgDisplayNames(r.GetProperty("label").GetString()!));

    [TestCaseSource(nameof(Runs))]
    public void Tell_RecordedRun_FollowsIt(JsonElement run)
    {
        var trace = new Trace(run, unused: 1);
        var optimizer = new GradientDescent(trace.Problem, Options(trace.Parameters) with
        {
            Rule = run.GetProperty("label").GetString() switch { "ClassicGD" => GradientRule.Classic, "StochasticGD" => GradientRule.Stochastic, "Adam" => GradientRule.Adam, _ => GradientRule.RmsProp },
            ExplorationStep = trace.Parameter("exploration_step_size"),
            RandomSteps = trace.Count("n_random_steps"),
            Generations = trace.Count("n_iteration"),
            StopFitness = trace.Parameter("stop_criterion"),
        });
        trace.Replay(optimizer, generation =>
        {
            if (generation.TryGetProperty("gradient_estimate", out JsonElement gradient))
                optimizer.Details.Vector("gradient").ToArray().ShouldBeClose(gradient.Numbers(), 1e-7);
            JsonElement state = generation.GetProperty("state_after");
            optimizer.Centre!.ShouldBeClose(state.GetProperty("current_individual").Numbers(), 1e-8);
            if (state.GetProperty("so_moment").ValueKind == JsonValueKind.Array)
                optimizer.Steps.Second.ShouldBeClose(state.GetProperty("so_moment").Numbers(), 1e-7);
            if (state.GetProperty("fo_moment").ValueKind == JsonValueKind.Array)
                optimizer.Steps.First.ShouldBeClose(state.GetProperty("fo_moment").Numbers(), 1e-7);
            JsonElement stored = generation.GetProperty("stored_generation_params").GetProperty("algorithm_params");
            foreach (string name in (string[])["current_fitness", "best_fitness_in_run", "average_fitness_in_run"])
                optimizer.Details.Real(name).ShouldBeClose(stored.GetProperty(name).Number(), because: name);
        });
    }

    [TestCase("classic", GradientRule.Classic)]
    [TestCase("rmsprop", GradientRule.RmsProp)]
    [TestCase("adam", GradientRule.Adam)]
    [TestCase("adamax", GradientRule.AdaMax)]
    [TestCase("stochastic", GradientRule.Stochastic)]
    public void Apply_RecordedGradients_TakesTheRecordedSteps(string name, GradientRule rule)
    {
        JsonElement recorded = Golden.Read("gradient_updates.json").GetProperty("rules").GetProperty(name);
        var steps = new GradientSteps(Options(recorded.TryGetProperty("parameters", out JsonElement p) ? p : recorded) with { Rule = rule }, 2);
        double[] x = recorded.GetProperty("x0").Numbers();
        int k = 0;
        foreach (JsonElement step in recorded.Items("steps"))
        {
            var draws = new ReplayDraws();
            foreach (double z in step.TryGetProperty("normal_draw", out JsonElement drawn) ? drawn.Numbers() : [])
                draws.NormalQueue.Enqueue(z);
            steps.Apply(x, step.GetProperty("gradient").Numbers(), ++k, draws);
            x.ShouldBeClose(step.GetProperty("x").Numbers(), 1e-12);
        }
    }

    [Test]
    public void LeastSquares_RecordedSteps_GivesTheRecordedGradients()
    {
        foreach (JsonElement recorded in Golden.Read("gradient_updates.json").Items("pinv"))
            LeastSquaresGradient.Of(recorded.GetProperty("dx").Rows(), recorded.GetProperty("df").Numbers()).ShouldBeClose(recorded.GetProperty("gradient").Numbers(), 1e-9);
    }

    // The reference divides 0 by 0.
    [Test]
    public void Apply_AdaMaxWithAGradientOfZero_Stays()
    {
        double[] x = [1, 2];
        new GradientSteps(new GradientDescentOptions { Rule = GradientRule.AdaMax }, 2).Apply(x, [0, 0], 1, new ReplayDraws());
        x.Should().Equal(1, 2);
    }

    private static GradientDescentOptions Options(JsonElement p)
    {
        return new GradientDescentOptions
        {
            LearningRate = p.GetProperty("learning_rate").GetDouble(),
            FirstOrderDecay = Of("first_order_decay", 0.8),
            SecondOrderDecay = Of("second_order_decay", 0.8),
            MomentumDecay = Of("momentum_decay", 0.5),
            StochasticDeviation = Of("stochastic_deviation", 1),
            StochasticDecay = Of("stochastic_decay", 0.99),
        };

        double Of(string name, double otherwise) => p.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : otherwise;
    }
}
