using Shared.Tensors;

namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>
/// T(10 - max_i w_i exp(-(z - y_i)ᵀ C_i (z - y_i) / 2n))² with 101 randomly placed Gaussian peaks y_i of heights w_i and diagonal C_i,
/// T the oscillation of BBOB: no structure that leads from one peak to the highest (BBOB f21).
/// </summary>
internal sealed class Gallagher101 : Landscape
{
    private const int Peaks = 101;
    private const double Highest = 10;

    private readonly double[] _centers;
    private readonly double[] _scales;
    private readonly double[] _heights = new double[Peaks];

    public Gallagher101(int dimension, long seed)
        : base("gallagher-101", dimension, domainRadius: 5)
    {
        RandomStream random = new RandomStream(seed).Split("peaks");
        _centers = new double[Peaks * dimension];
        _scales = new double[Peaks * dimension];
        int[] conditions = random.Permutation(Peaks - 1);
        for (int peak = 0; peak < Peaks; peak++)
        {
            double reach = peak == 0 ? 0.8 * DomainRadius : DomainRadius;
            double alpha = peak == 0 ? 1000 : Math.Pow(1000, 2.0 * conditions[peak - 1] / (Peaks - 2));
            _heights[peak] = peak == 0 ? Highest : 1.1 + 8.0 * (peak - 1) / (Peaks - 2);
            double[] powers = Conditioning.Powers(Math.Sqrt(alpha), dimension);
            random.Shuffle(powers.AsSpan());
            for (int i = 0; i < dimension; i++)
            {
                _centers[peak * dimension + i] = random.NextDouble(-reach, reach);
                _scales[peak * dimension + i] = powers[i] / Math.Pow(alpha, 0.25);
            }
        }
    }

    public override void WriteOptimum(Span<double> destination) => _centers.AsSpan(0, Dimension).CopyTo(destination);

    public override double Evaluate(Span<double> z)
    {
        double best = 0;
        for (int peak = 0; peak < Peaks; peak++)
        {
            ReadOnlySpan<double> center = _centers.AsSpan(peak * z.Length, z.Length);
            ReadOnlySpan<double> scale = _scales.AsSpan(peak * z.Length, z.Length);
            double form = 0;
            for (int i = 0; i < z.Length; i++)
            {
                double off = z[i] - center[i];
                form += scale[i] * off * off;
            }

            best = Math.Max(best, _heights[peak] * Math.Exp(-form / (2 * z.Length)));
        }

        double gap = Oscillate(Highest - best);
        return gap * gap;
    }

    // T of BBOB for a value that is not negative.
    private static double Oscillate(double value)
    {
        if (value == 0)
            return 0;
        double logarithm = Math.Log(value);
        return Math.Exp(logarithm + 0.049 * (Math.Sin(10 * logarithm) + Math.Sin(7.9 * logarithm)));
    }
}
