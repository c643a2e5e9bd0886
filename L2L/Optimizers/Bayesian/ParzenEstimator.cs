namespace L2L;

/// <summary>
/// A density of one coordinate in [0, 1]: a kernel at each observation and a wide one. Kernels of numbers are normal distributions cut off
/// at the bounds, as wide as their neighbours are far; for categories the observations are counted.
/// </summary>
internal sealed class ParzenEstimator
{
    private const int LeastWidth = 100;
    private readonly double[] _centres;
    private readonly double[] _widths;
    private readonly double[] _scales;
    private readonly double[] _shares;

    /// <param name="values">The observations.</param>
    /// <param name="choices">The number of categories; 0 for a number.</param>
    public ParzenEstimator(IEnumerable<double> values, int choices)
    {
        double[] observed = [.. values];
        _shares = new double[choices];
        foreach (double value in choices > 0 ? observed : [])
            _shares[Category(value)] += 1.0 / (observed.Length + 1);
        for (int c = 0; c < choices; c++)
            _shares[c] += 1.0 / ((observed.Length + 1) * choices);
        _centres = choices > 0 ? [] : [.. observed.Append(0.5).Order()];
        _widths = new double[_centres.Length];
        _scales = new double[_centres.Length];
        bool isPriorPlaced = false;
        for (int k = 0; k < _centres.Length; k++)
        {
            double left = k > 0 ? _centres[k] - _centres[k - 1] : _centres[k];
            double right = k + 1 < _centres.Length ? _centres[k + 1] - _centres[k] : 1 - _centres[k];
            bool isPrior = !isPriorPlaced && _centres[k] == 0.5;
            isPriorPlaced |= isPrior;
            _widths[k] = isPrior ? 1 : Math.Clamp(Math.Max(left, right), 1.0 / Math.Min(LeastWidth, _centres.Length + 1), 1);
            double inside = Normal.Distribution((1 - _centres[k]) / _widths[k]) - Normal.Distribution(-_centres[k] / _widths[k]);
            _scales[k] = 1 / (_widths[k] * inside * _centres.Length);
        }
    }

    public double Sample(RandomStream random)
    {
        if (_shares.Length > 0)
        {
            double left = random.NextDouble();
            int category = 0;
            while (category + 1 < _shares.Length && (left -= _shares[category]) >= 0)
                category++;
            return (category + 0.5) / _shares.Length;
        }

        int kernel = random.NextInt32(_centres.Length);
        for (int attempt = 0; attempt < 100; attempt++)
        {
            double x = _centres[kernel] + _widths[kernel] * random.NextNormal();
            if (x is >= 0 and <= 1)
                return x;
        }

        return _centres[kernel];
    }

    public double Density(double x)
    {
        if (_shares.Length > 0)
            return _shares[Category(x)];
        double sum = 0;
        for (int k = 0; k < _centres.Length; k++)
            sum += _scales[k] * Normal.Density((x - _centres[k]) / _widths[k]);
        return sum;
    }

    private int Category(double x) => (int)Math.Clamp(x * _shares.Length, 0, _shares.Length - 1);
}
