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

    // A double's exponent and first three mantissa bits, read as one integer, number the bins in ascending order.
    private static int BinOf(double value)
    {
        long index = (BitConverter.DoubleToInt64Bits(value) >> 49) - ((LowestExponent + 1023L) << 3);
        return (int)Math.Clamp(index, 0, (HighestExponent - LowestExponent) * BinsPerPower - 1);
    }
}
