using EvolutionStrategies.Policy;
using Lagom.Evolution;
using Lagom.Evolution.Functions;
using Shared.Tensors;

namespace EvolutionStrategies.Comparison;

/// <summary>What all strategies are let loose on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Objective">The value of a point. Thread-safe.</param>
/// <param name="Start">Where all begin.</param>
/// <param name="StepSize">Their first step size.</param>
/// <param name="LastStep">To what share of it strategies shrink that do not adapt it.</param>
/// <param name="Direction">Whether small or large values are good.</param>
/// <param name="Optimum">The best value there can be.</param>
/// <param name="Target">The value that counts as solved.</param>
internal sealed record Problem(
    string Name, Func<ReadOnlyMemory<double>, double> Objective, double[] Start, double StepSize, double LastStep, ObjectiveDirection Direction, double Optimum, double Target)
{
    private const double Precision = 1e-9;
    private const double FineStep = 1e-4;
    private const double CoarseStep = 0.1;
    private const double StartShare = 0.6;
    private const double StepShare = 0.2;
    private const double SwungUp = 0.8 * SwingUpTask.Steps;

    /// <summary>The shifted and rotated instance of a benchmark function, started at random.</summary>
    public static Problem Benchmark(string name, int dimension, long seed)
    {
        BenchmarkFunction function = BenchmarkFunctions.Create(name, dimension, seed);
        double[] start = function.DrawStart(new RandomStream(seed).Split("start"));
        for (int i = 0; i < start.Length; i++)
            start[i] *= StartShare;
        return new Problem(
            name, x => function.Evaluate(x.Span), start, StepShare * function.DomainRadius, FineStep, ObjectiveDirection.Minimize, function.Minimum, function.Minimum + Precision);
    }

    /// <summary>The cart-pole swing-up, started from a network that does nothing.</summary>
    public static Problem SwingUp(SwingUpTask task) => new(
        "cart-pole swing-up", x => task.Return(x.Span), new double[SwingUpTask.Dimension], 1, CoarseStep, ObjectiveDirection.Maximize, SwingUpTask.Steps, SwungUp);
}
