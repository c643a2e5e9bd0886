namespace Layg;

/// <summary>
/// Counts of positive numbers by size, eight bins to each power of two: quantiles of millions of predicted errors from 10 kB,
/// without a lock.
/// </summary>
internal sealed class ErrorHistogram
{
    private const int LowestExponent = -100;
    private const int HighestExponent = 60;
    private const int BinsPerPower = 8;

    private readonly long[] _bins = new long[(HighestExponent - LowestExponent) * BinsPerPower];
    private long _count;
    private double _sum;

    public double Mean => Interlocked.Read(ref _count) is var count and > 0 ? Volatile.Read(ref _sum) / count : double.NaN;

    public void Add(double value)
    {
        Interlocked.Increment(ref _bins[BinOf(value)]);
        Interlocked.Increment(ref _count);
        double seen = Volatile.Read(ref _sum);
        while (true)
        {
            double before = Interlocked.CompareExchange(ref _sum, seen + value, seen);
            if (before.Equals(seen))
                return;
            seen = before;
        }
    }

    /// <summary>The middle of the bin below whose end a share of the numbers lies; NaN without numbers.</summary>
    public double Quantile(double share)
    {
        long count = Interlocked.Read(ref _count);
        if (count == 0)
            return double.NaN;
        long rank = Math.Max(1, (long)Math.Ceiling(share * count));
        long below = 0;
        for (int bin = 0; bin < _bins.Length; bin++)
        {
            below += Interlocked.Read(ref _bins[bin]);
            if (below >= rank)
                return Math.ScaleB(1 + (bin % BinsPerPower + 0.5) / BinsPerPower, bin / BinsPerPower + LowestExponent);
        }

        return Math.ScaleB(1, HighestExponent);
    }

    /// <summary>
    /// The end of the last bin up to which the numbers, each taken as large as its bin, have at most the given mean; 0 where the first
    /// bin exceeds it. Does not depend on the order of the numbers.
    /// </summary>
    public double LimitOfMean(double mean)
    {
        double sum = 0;
        long count = 0;
        double limit = 0;
        for (int bin = 0; bin < _bins.Length; bin++)
        {
            long here = Interlocked.Read(ref _bins[bin]);
            double end = Math.ScaleB(1 + (bin % BinsPerPower + 1.0) / BinsPerPower, bin / BinsPerPower + LowestExponent);
            sum += here * end;
            count += here;
            if (sum > mean * count)
                return limit;
            limit = end;
        }

        return double.PositiveInfinity;
    }

    // A double's exponent and first three mantissa bits, read as one integer, number the bins in ascending order.
    private static int BinOf(double value)
    {
        long index = (BitConverter.DoubleToInt64Bits(value) >> 49) - ((LowestExponent + 1023L) << 3);
        return (int)Math.Clamp(index, 0, (HighestExponent - LowestExponent) * BinsPerPower - 1);
    }
}
