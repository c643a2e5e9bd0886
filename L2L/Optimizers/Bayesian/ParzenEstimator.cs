namespace L2L;

/// <summary>
/// A density over the unit cube: one product kernel at each point and a uniform one. Kernels of numbers are normal distributions cut off at
/// the bounds; those of categories give the same category a larger share.
/// </summary>
internal sealed class ParzenEstimator
{
    private const double OtherCategories = 0.2;
    private readonly IReadOnlyList<double[]> _points;
    private readonly int[] _choices;
    private readonly double _bandwidth;

    /// <param name="points">The kernels' centres.</param>
    /// <param name="choices">For each coordinate the number of its categories; 0 for a number.</param>
    public ParzenEstimator(IReadOnlyList<double[]> points, int[] choices)
    {
        _points = points;
        _choices = choices;
        _bandwidth = Math.Max(0.2 * Math.Pow(Math.Max(points.Count, 1), -1.0 / (choices.Length + 4)), 1e-3);
    }

    public double[] Sample(RandomStream random)
    {
        int kernel = random.NextInt32(_points.Count + 1);
        var sample = new double[_choices.Length];
        for (int i = 0; i < sample.Length; i++)
        {
            if (kernel == _points.Count)
                sample[i] = random.NextDouble();
            else if (_choices[i] > 0)
                sample[i] = random.NextDouble() < OtherCategories ? random.NextDouble() : _points[kernel][i];
            else
                sample[i] = CutOff(_points[kernel][i], random);
        }

        return sample;
    }

    public double LogDensity(double[] x, bool[] counts)
    {
        var logs = new double[_points.Count + 1];
        for (int k = 0; k < _points.Count; k++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                if (counts[i])
                    logs[k] += LogKernel(x[i], _points[k][i], _choices[i]);
            }
        }

        double largest = logs.Max();
        return largest + Math.Log(logs.Sum(l => Math.Exp(l - largest)) / logs.Length);
    }

    private double LogKernel(double x, double centre, int choices)
    {
        if (choices > 0)
        {
            bool same = (int)Math.Min(x * choices, choices - 1) == (int)Math.Min(centre * choices, choices - 1);
            return Math.Log(OtherCategories + (same ? (1 - OtherCategories) * choices : 0));
        }

        double z = (x - centre) / _bandwidth;
        return -0.5 * z * z - Math.Log(_bandwidth * Math.Sqrt(2 * Math.PI)) - Math.Log(Normal.Distribution((1 - centre) / _bandwidth) - Normal.Distribution(-centre / _bandwidth));
    }

    private double CutOff(double centre, RandomStream random)
    {
        for (int attempt = 0; attempt < 100; attempt++)
        {
            double x = centre + _bandwidth * random.NextNormal();
            if (x is >= 0 and <= 1)
                return x;
        }

        return Math.Clamp(centre, 0, 1);
    }
}
