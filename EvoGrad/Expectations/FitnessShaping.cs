using System.Numerics.Tensors;
using Shared.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace EvoGrad;

/// <summary>
/// Replaces the fitness of a generation by numbers that suit the gradient better. Larger is better on both sides; the result is a constant
/// for the gradient. All but <see cref="None"/> make another expectation than that of the fitness: its gradient is biased for the fitness itself.
/// </summary>
public abstract class FitnessShaping
{
    /// <summary>The fitness as it is: the only unbiased one.</summary>
    public static FitnessShaping None { get; } = new PlainFitness();

    /// <summary>(f − mean) / standard deviation, with the divisor n − 1; zeros where all fitness values are equal. Biased.</summary>
    public static FitnessShaping Standardize { get; } = new StandardizedFitness();

    /// <summary>Ranks spread evenly over −½ to ½; of equal values the earlier one has the lower rank. Biased.</summary>
    /// <remarks><b>Source:</b> Salimans et al. (2017), "Evolution strategies as a scalable alternative to reinforcement learning".</remarks>
    public static FitnessShaping CenteredRank { get; } = new CenteredRankFitness();

    /// <summary>
    /// The utilities of natural evolution strategies: max(0, ln(n/2 + 1) − ln rank), normalised, minus 1/n; of equal values the earlier one is the
    /// better. Biased.
    /// </summary>
    /// <remarks><b>Source:</b> Wierstra et al. (2014), "Natural evolution strategies".</remarks>
    public static FitnessShaping NesUtilities { get; } = new NesUtilityFitness();

    /// <summary>Whether the gradient is that of another expectation than the fitness' own.</summary>
    public virtual bool IsBiased => true;

    /// <summary>The fewest individuals that can be shaped.</summary>
    internal virtual int Fewest => 1;

    /// <summary>1/k for the k best individuals, minus 1/n for all; of equal values the earlier one is the better. Biased.</summary>
    /// <param name="count">How many individuals count (k). Range: at least 1, at most the population's size.</param>
    public static FitnessShaping TopK(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new TopKFitness(count);
    }

    /// <summary>A transform of the caller's, which gets a copy of the fitness and returns as many numbers.</summary>
    /// <param name="transform">The transform; larger fitness is better, whatever the goal.</param>
    public static FitnessShaping Custom(Func<double[], double[]> transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        return new CustomFitness(transform);
    }

    /// <summary>Shapes the fitness of a generation.</summary>
    /// <param name="fitness">The fitness of every individual; larger is better; finite.</param>
    /// <param name="shaped">Receives as many numbers.</param>
    public abstract void Shape(ReadOnlySpan<double> fitness, Span<double> shaped);

    /// <summary>Shapes the fitness of a generation.</summary>
    /// <param name="fitness">Shape [n]; larger is better; finite.</param>
    /// <returns>Shape [n], of the same type on the same device, without gradient; the caller disposes it.</returns>
    public Tensor Shape(Tensor fitness)
    {
        ArgumentNullException.ThrowIfNull(fitness);
        if (fitness.ndim != 1)
            throw new ArgumentException($"The fitness has shape [{string.Join(", ", fitness.shape)}]; it must be [n].", nameof(fitness));
        using var scope = NewDisposeScope();
        double[] numbers = fitness.detach().type(ScalarType.Float64).ToArray<double>();
        var shaped = new double[numbers.Length];
        Shape(numbers, shaped);
        return tensor(shaped, fitness.dtype).ToDevice(fitness.device).MoveToOuterDisposeScope();
    }

    /// <summary>The individuals from the best to the worst; of equal ones the earlier is the better.</summary>
    private protected static int[] BestFirst(ReadOnlySpan<double> fitness)
    {
        double[] keys = new double[fitness.Length];
        var order = new int[fitness.Length];
        for (int i = 0; i < order.Length; i++)
        {
            keys[i] = -fitness[i];
            order[i] = i;
        }

        SortStable(keys, order);
        return order;
    }

    /// <summary>Sorts items by ascending keys; those of equal keys by their number.</summary>
    private protected static void SortStable(double[] keys, int[] order)
    {
        Array.Sort(keys, order);
        for (int first = 0; first < keys.Length;)
        {
            int next = first + 1;
            while (next < keys.Length && keys[next].Equals(keys[first]))
                next++;
            Array.Sort(order, first, next - first);
            first = next;
        }
    }

    private sealed class PlainFitness : FitnessShaping
    {
        public override bool IsBiased => false;

        public override void Shape(ReadOnlySpan<double> fitness, Span<double> shaped) => fitness.CopyTo(shaped);
    }

    private sealed class StandardizedFitness : FitnessShaping
    {
        public override void Shape(ReadOnlySpan<double> fitness, Span<double> shaped)
        {
            Moments moments = Moments.Of(fitness);
            // Where all are equal the sum of squares is rounding only.
            double scale = moments.StandardDeviation > 1e-12 * Math.Abs(moments.Mean) ? 1 / moments.StandardDeviation : 0;
            TensorPrimitives.Subtract(fitness, moments.Mean, shaped);
            TensorPrimitives.Multiply(shaped, scale, shaped);
        }
    }

    private sealed class CenteredRankFitness : FitnessShaping
    {
        public override void Shape(ReadOnlySpan<double> fitness, Span<double> shaped)
        {
            double[] keys = fitness.ToArray();
            var order = new int[keys.Length];
            for (int i = 0; i < order.Length; i++)
                order[i] = i;
            SortStable(keys, order);
            for (int rank = 0; rank < order.Length; rank++)
                shaped[order[rank]] = order.Length == 1 ? 0 : rank / (order.Length - 1.0) - 0.5;
        }
    }

    private sealed class NesUtilityFitness : FitnessShaping
    {
        public override void Shape(ReadOnlySpan<double> fitness, Span<double> shaped)
        {
            int[] order = BestFirst(fitness);
            double sum = 0;
            for (int i = 0; i < order.Length; i++)
                sum += shaped[order[i]] = Math.Max(0, Math.Log(order.Length / 2.0 + 1) - Math.Log(i + 1));
            for (int i = 0; i < shaped.Length; i++)
                shaped[i] = shaped[i] / sum - 1.0 / shaped.Length;
        }
    }

    private sealed class TopKFitness(int count) : FitnessShaping
    {
        internal override int Fewest => count;

        public override void Shape(ReadOnlySpan<double> fitness, Span<double> shaped)
        {
            if (count > fitness.Length)
                throw new ArgumentException($"The {count} best of {fitness.Length} individuals were asked for; take at most all.", nameof(fitness));
            shaped.Fill(-1.0 / fitness.Length);
            foreach (int best in BestFirst(fitness).AsSpan(0, count))
                shaped[best] += 1.0 / count;
        }
    }

    private sealed class CustomFitness(Func<double[], double[]> transform) : FitnessShaping
    {
        public override void Shape(ReadOnlySpan<double> fitness, Span<double> shaped)
        {
            double[] result = transform(fitness.ToArray());
            if (result is null || result.Length != shaped.Length)
                throw new InvalidOperationException($"The fitness transform returned {result?.Length ?? 0} numbers for {shaped.Length} individuals; it must return one for each.");
            result.CopyTo(shaped);
        }
    }
}
