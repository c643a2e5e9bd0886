using System.Text.Json;

namespace L2L.Tests.Optimizers;

/// <summary>A recorded run of the reference implementation, replayed with its own draws.</summary>
internal sealed class Trace
{
    private readonly JsonElement _run;
    private readonly Queue<double[]> _individuals = new();

    /// <param name="run">The recorded run.</param>
    /// <param name="unused">How many of the first individuals the reference only looks at to learn the names.</param>
    public Trace(JsonElement run, int unused)
    {
        _run = run;
        double[] bound = run.TryGetProperty("bound", out JsonElement b) ? b.Numbers() : [-2, 2];
        JsonElement[] init = run.TryGetProperty("init_draws", out JsonElement draws) ? [.. draws.EnumerateArray()] : [];
        foreach (JsonElement draw in init.Where(IsIndividual).Skip(unused))
            _individuals.Enqueue([.. draw.GetProperty("result").Numbers().Select(u => bound[0] + (bound[1] - bound[0]) * u)]);
        Draws.Feed(init.Where(d => !IsIndividual(d)));
        var space = new ParameterSpace(new VectorParameter("coords", 2, bound[0], bound[1]));
        Problem = new SearchProblem(space, new FitnessWeights(run.GetProperty("parameters").GetProperty("weights").Numbers()),
            _ => new ParameterSet(("coords", _individuals.Dequeue())));
    }

    public ReplayDraws Draws { get; } = new();

    public SearchProblem Problem { get; }

    public JsonElement Parameters => _run.GetProperty("parameters");

    public double Parameter(string name) => Parameters.GetProperty(name).Number();

    public int Count(string name) => Parameters.GetProperty(name).GetInt32();

    public IEnumerable<JsonElement> Generations => _run.Items("generations");

    /// <summary>Replays the run and compares every population and the decision to go on; the rest is the caller's to check after each generation.</summary>
    public void Replay<TOptions>(Optimizer<TOptions> optimizer, Action<JsonElement> check, int? generations = null)
        where TOptions : OptimizerOptions
    {
        optimizer.Draw = Draws;
        foreach (JsonElement generation in Generations.Take(generations ?? int.MaxValue))
        {
            Population population = optimizer.Ask();
            double[][] recorded = generation.GetProperty("population").Rows();
            population.Should().HaveCount(recorded.Length);
            for (int i = 0; i < recorded.Length; i++)
                population[i].Parameters.Vector("coords").ToArray().ShouldBeClose(recorded[i], 1e-9, $"generation {population.Generation}, individual {i}");
            Draws.Feed(generation.Items("draws"));
            optimizer.Tell([.. generation.Items("fitness").Select(f => new Evaluation(population[f[0].GetInt32()], f[1].Numbers()))]);
            check(generation);
            if (generations is null)
                (optimizer.StopReason == StopReason.None).Should().Be(generation.GetProperty("expanded").GetBoolean());
        }
    }

    private static bool IsIndividual(JsonElement draw) =>
        draw.GetProperty("call").GetString() == "rand" && draw.GetProperty("shape").GetArrayLength() == 1;
}
