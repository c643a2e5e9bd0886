namespace Lagom.Evolution.Fitness;

/// <summary>Sorts the numbers of candidates by value: ascending, equal values in their order, NaN last; without allocating.</summary>
internal static class StableOrder
{
    /// <summary>Writes the order.</summary>
    /// <param name="values">The values.</param>
    /// <param name="sorted">Receives the values in order, NaN as positive infinity. The length of <paramref name="values"/>.</param>
    /// <param name="order">Receives the index of the best, the second best, …. The length of <paramref name="values"/>.</param>
    public static void Sort(ReadOnlySpan<double> values, Span<double> sorted, Span<int> order)
    {
        for (int i = 0; i < values.Length; i++)
        {
            sorted[i] = double.IsNaN(values[i]) ? double.PositiveInfinity : values[i];
            order[i] = i;
        }

        sorted.Sort(order);
        // The sort leaves equal values in any order.
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
                end++;
            if (end > start + 1)
                order[start..end].Sort();
            start = end;
        }
    }
}
