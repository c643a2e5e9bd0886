using System.Numerics;

namespace Lagom.Rl;

/// <summary>
/// A replay buffer that draws transitions in proportion to a power of how wrong they were last time, and weighs the draws so that the
/// expectation stays near that of uniform ones. New transitions get the highest priority seen, so that each is drawn soon.
/// </summary>
/// <remarks><b>Source:</b> Schaul, Quan, Antonoglou and Silver (2016), "Prioritized experience replay", the proportional form.</remarks>
public sealed class PrioritizedReplay : ReplayBuffer
{
    private readonly SumTree _sums;
    private readonly MinTree _minima;
    private double _highest = 1;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="options">What it holds.</param>
    /// <param name="alpha">How much priorities count: 0 draws all alike, 1 in full proportion. Range: at least 0.</param>
    /// <param name="epsilon">Is added to every error, so that none is never drawn again. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public PrioritizedReplay(ReplayOptions options, double alpha = 0.6, double epsilon = 1e-6)
        : base(options)
    {
        if (!(alpha >= 0) || !double.IsFinite(alpha))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha must be at least 0 and finite.");
        if (!(epsilon > 0) || !double.IsFinite(epsilon))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be above 0 and finite.");
        Alpha = alpha;
        Epsilon = epsilon;
        int capacity = (int)BitOperations.RoundUpToPowerOf2((uint)options.Capacity);
        _sums = new SumTree(capacity);
        _minima = new MinTree(capacity);
    }

    /// <summary>How much priorities count.</summary>
    public double Alpha { get; }

    /// <summary>What is added to every error.</summary>
    public double Epsilon { get; }

    /// <summary>
    /// How fully the weights make up for the unequal probabilities; by custom it grows from 0.4 to 1 over a run. Range: 0 to 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public double Beta
    {
        get;
        set => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Beta must be 0 to 1.");
    } = 0.4;

    private protected override int Kind => 2;

    /// <summary>Sets the priorities of drawn transitions by how wrong they were.</summary>
    /// <param name="indices">Their places, from <see cref="ReplayBatch.Indices"/>.</param>
    /// <param name="errors">Their temporal-difference errors; the sign does not matter.</param>
    /// <exception cref="ArgumentException">The lengths differ, or an error is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public void UpdatePriorities(ReadOnlySpan<int> indices, ReadOnlySpan<float> errors)
    {
        if (indices.Length != errors.Length)
            throw new ArgumentException($"There are {indices.Length} indices and {errors.Length} errors.", nameof(errors));
        for (int i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(indices), indices[i], $"The index must be 0 to {Count - 1}.");
            if (!float.IsFinite(errors[i]))
                throw new ArgumentException($"Error {i} is {errors[i]}; it must be finite.", nameof(errors));
            double priority = Math.Abs(errors[i]) + Epsilon;
            _highest = Math.Max(_highest, priority);
            Set(indices[i], Math.Pow(priority, Alpha));
        }
    }

    private protected override void Draw(RandomStream random, ReplayBatch batch)
    {
        // One draw from each of B equal shares of the total: the same expectation as B independent draws, and less variance.
        int count = batch.Rewards.Length;
        double share = _sums.Total / count;
        double largestWeight = Math.Pow(_minima.Min() / _sums.Total * Count, -Beta);
        for (int i = 0; i < count; i++)
        {
            int index = _sums.FindPrefixSum(Math.Min((i + random.NextDouble()) * share, _sums.Total));
            CopyRow(index, i, batch);
            if (!batch.Weights.IsEmpty)
                batch.Weights[i] = (float)(Math.Pow(_sums[index] / _sums.Total * Count, -Beta) / largestWeight);
        }
    }

    private protected override void Stored(int index) => Set(index, Math.Pow(_highest, Alpha));

    private protected override void SaveMore(NumberWriter writer)
    {
        writer.Write(_highest);
        writer.Write(Beta);
        for (int i = 0; i < Count; i++)
            writer.Write(_sums[i]);
    }

    private protected override void LoadMore(NumberReader reader)
    {
        double highest = reader.ReadDouble();
        double beta = reader.ReadDouble();
        for (int i = 0; i < Count; i++)
        {
            double weight = reader.ReadDouble();
            if (!(weight > 0) || !double.IsFinite(weight))
                throw new InvalidDataException($"The stream gives transition {i} the weight {weight}; it must be above 0. The stream is damaged.");
            Set(i, weight);
        }

        if (!(highest > 0) || !double.IsFinite(highest) || !(beta >= 0 && beta <= 1))
            throw new InvalidDataException($"The stream gives the highest priority {highest} and Beta {beta}. The stream is damaged.");
        _highest = highest;
        Beta = beta;
    }

    private protected override void ClearMore()
    {
        for (int i = 0; i < _sums.Capacity; i++)
        {
            if (_sums[i] == 0)
                break;
            _sums[i] = 0;
            _minima[i] = double.PositiveInfinity;
        }

        _highest = 1;
    }

    private void Set(int index, double weight)
    {
        _sums[index] = weight;
        _minima[index] = weight;
    }
}
