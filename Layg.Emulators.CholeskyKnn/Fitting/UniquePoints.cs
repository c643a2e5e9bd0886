using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Known points without repeats: the output of an input that comes again is the mean of its values.</summary>
/// <param name="Points">The distinct points, in the order of their first appearance.</param>
/// <param name="Counts">For each point that was repeated, by its index: how many values its output is the mean of.</param>
/// <param name="Noisy">How many of the repeated points came with different values.</param>
internal sealed record UniquePoints(TrainingSet Points, ImmutableDictionary<int, int> Counts, int Noisy)
{
    public static UniquePoints Of(TrainingSet points)
    {
        int count = points.Count;
        int capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * count, 2));
        var slots = new int[capacity];
        var firsts = new List<int>(count);
        Dictionary<int, List<int>> repeats = [];
        for (int i = 0; i < count; i++)
        {
            int slot = (int)(Hash(points.Input(i)) & (uint)(capacity - 1));
            while (slots[slot] != 0 && !Same(points.Input(firsts[slots[slot] - 1]), points.Input(i)))
                slot = (slot + 1) & (capacity - 1);
            if (slots[slot] == 0)
            {
                firsts.Add(i);
                slots[slot] = firsts.Count;
                continue;
            }

            int known = slots[slot] - 1;
            ref List<int>? values = ref CollectionsMarshal.GetValueRefOrAddDefault(repeats, known, out _);
            (values ??= [firsts[known]]).Add(i);
        }

        return firsts.Count == count
            ? new UniquePoints(points, ImmutableDictionary<int, int>.Empty, 0)
            : Merge(points, CollectionsMarshal.AsSpan(firsts), repeats);
    }

    private static UniquePoints Merge(TrainingSet points, ReadOnlySpan<int> firsts, Dictionary<int, List<int>> repeats)
    {
        TrainingSet distinct = points.Select(firsts);
        double[] outputs = distinct.Outputs.ToArray();
        ImmutableDictionary<int, int>.Builder counts = ImmutableDictionary.CreateBuilder<int, int>();
        int noisy = 0;
        foreach ((int known, List<int> appearances) in repeats)
        {
            counts.Add(known, appearances.Count);
            // The mean of equal values could differ from them by rounding.
            if (appearances.TrueForAll(i => Same(points.Output(i), points.Output(appearances[0]))))
                continue;
            noisy++;
            Span<double> mean = outputs.AsSpan(known * points.OutputDimension, points.OutputDimension);
            mean.Clear();
            foreach (int i in appearances)
            {
                for (int c = 0; c < mean.Length; c++)
                    mean[c] += points.Output(i)[c] / appearances.Count;
            }

        }

        return new UniquePoints(
            new TrainingSet(distinct.Inputs.ToArray(), outputs, points.InputDimension, points.OutputDimension), counts.ToImmutable(), noisy);
    }

    /// <summary>Equal numbers; 0 and -0 are one input, and NaN does not occur.</summary>
    private static bool Same(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => one.SequenceEqual(other);

    private static ulong Hash(ReadOnlySpan<double> numbers)
    {
        ulong hash = 14695981039346656037;
        foreach (double number in numbers)
        {
            // Adding 0 turns -0 into 0. The multiply-and-shift mixes all bits into the low ones.
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(number + 0.0)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash;
    }
}
