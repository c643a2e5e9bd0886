using System.Diagnostics;
using System.Globalization;
using Benchmarks.Harness;
using Lagom.Rl;
using LagomHost.Algorithms;
using TorchSharp;

namespace Benchmarks.RlLearning;

/// <summary>What algorithms learn from their defaults: the mean return of the final policies, seed by seed.</summary>
public sealed class RlLearnSuite : IBenchmarkSuite
{
    private const int EvaluationEpisodes = 100;
    private const long EvaluationSeed = 1_000_000;

    private static readonly EnvironmentRegistry Registry = new();

    /// <inheritdoc />
    public string Name => "rl-learn";

    /// <inheritdoc />
    public string Description => "mean return over 100 evaluation episodes after training, for algorithms, environments and twice as many seeds as rounds; the figure is the number of seeds that did not solve it";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        torch.set_num_threads(1);
        foreach (LearningCase learning in LearningCase.All.Where(learning => settings.Includes(learning.Name)))
            yield return Measure(learning, settings.Quick ? settings.Rounds : 2 * settings.Rounds);
    }

    private Figure Measure(LearningCase learning, int seeds)
    {
        var returns = new double[seeds];
        long start = Stopwatch.GetTimestamp();
        Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => returns[i] = Learn(learning, i + 1));
        int solved = returns.Count(mean => mean >= learning.Target);
        string wanted = learning.Wanted is { } tenths ? $", wanted {tenths} of 10" : "";
        string all = string.Join(" ", returns.Select(mean => Text($"{mean:F1}")));
        return new Figure(Name, learning.Name, "unsolved", seeds - solved, null, null, FigureStatus.Ok)
        {
            Note = Text($"{solved} of {seeds} seeds reached {learning.Target}{wanted}; mean {returns.Average():F1}, worst {returns.Min():F1}, by seed {all}; {learning.Steps} steps, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"),
        };
    }

    private static double Learn(LearningCase learning, long seed)
    {
        using IAlgorithm algorithm = AlgorithmCatalog.Get(learning.Algorithm).Create(Registry, learning.Environment, seed, learning.Steps, []);
        new TrainingLoop(algorithm, Registry, learning.Environment, new TrainingOptions(learning.Steps) { EvaluationEpisodes = 0 }).Run();
        return algorithm.Policy.Evaluate(Registry, learning.Environment, EvaluationEpisodes, EvaluationSeed).MeanReturn;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
