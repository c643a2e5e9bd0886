using System.Runtime.CompilerServices;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>Selection in an array of keys that carries an array of items along.</summary>
internal static class PairSelection
{
    private const int SmallRange = 24;

    /// <summary>
    /// Reorders so that no key before <paramref name="position"/> is above, and no key from there on is below, the key that
    /// ends up at <paramref name="position"/>. Linear time on average, O(n log n) at worst.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Partition(Span<double> keys, Span<int> items, int position)
    {
        int low = 0;
        int high = keys.Length;
        int budget = 4 * (32 - int.LeadingZeroCount(keys.Length)) + 8;
        while (high - low > SmallRange)
        {
            if (budget-- == 0)
                break;
            double pivot = ChoosePivot(keys, low, high, position);
            int split = low;
            for (int i = low; i < high; i++)
            {
                // Branch-free: the element is always swapped to the border, which moves on only when the element is below the pivot.
                double key = keys[i];
                int item = items[i];
                keys[i] = keys[split];
                items[i] = items[split];
                keys[split] = key;
                items[split] = item;
                split += key < pivot ? 1 : 0;
            }

            if (position < split)
            {
                high = split;
                continue;
            }

            // The pivot is a key of the range, so the keys equal to it can be set aside and the range always shrinks.
            int equal = split;
            for (int i = split; i < high; i++)
            {
                double key = keys[i];
                int item = items[i];
                keys[i] = keys[equal];
                items[i] = items[equal];
                keys[equal] = key;
                items[equal] = item;
                equal += key == pivot ? 1 : 0;
            }

            if (position < equal)
                return;
            low = equal;
        }

        keys[low..high].Sort(items[low..high]);
    }

    /// <summary>A quantile of a strided sample, chosen so that the wanted position most likely falls into a short part.</summary>
    private static double ChoosePivot(ReadOnlySpan<double> keys, int low, int high, int position)
    {
        int length = high - low;
        int size = length > 4096 ? 63 : length > 256 ? 15 : 5;
        Span<double> sample = stackalloc double[63];
        sample = sample[..size];
        for (int i = 0; i < size; i++)
            sample[i] = keys[low + (int)((long)length * i / size)];
        for (int i = 1; i < size; i++)
        {
            double value = sample[i];
            int hole = i;
            for (; hole > 0 && sample[hole - 1] > value; hole--)
                sample[hole] = sample[hole - 1];
            sample[hole] = value;
        }

        return sample[(int)((long)(position - low) * size / length)];
    }
}
