namespace Lagom.Rl;

/// <summary>Replaces numbers by their ranks.</summary>
public static class RankTransform
{
    /// <summary>The position of each number in ascending order, 0 for the smallest; of equal numbers the earlier comes first.</summary>
    /// <param name="numbers">The numbers [n].</param>
    /// <exception cref="ArgumentException">A number is NaN.</exception>
    public static int[] Ranks(ReadOnlySpan<double> numbers)
    {
        double[] sorted = numbers.ToArray();
        if (sorted.Any(double.IsNaN))
            throw new ArgumentException("The numbers hold NaN, which has no rank.", nameof(numbers));
        int[] order = [.. Enumerable.Range(0, sorted.Length).OrderBy(i => sorted[i])];
        var ranks = new int[order.Length];
        for (int rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        return ranks;
    }

    /// <summary>The ranks, scaled to [-0.5, 0.5]; 0 for a single number.</summary>
    /// <param name="numbers">The numbers [n].</param>
    /// <exception cref="ArgumentException">A number is NaN.</exception>
    public static double[] Centered(ReadOnlySpan<double> numbers)
    {
        int[] ranks = Ranks(numbers);
        double last = ranks.Length - 1;
        return [.. ranks.Select(rank => last > 0 ? rank / last - 0.5 : 0)];
    }
}
