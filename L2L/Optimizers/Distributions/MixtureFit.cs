namespace L2L;

/// <summary>A fitted mixture of normal distributions, with or without noise on its variances.</summary>
internal sealed class MixtureFit(int dimension, int components, double? concentrationPrior, int maxIterations, CovarianceNoise? noise) : ISearchDistribution
{
    private const double Tolerance = 1e-3;
    private double[]? _weights;
    private double[][] _means = [];
    private double[][][] _covariances = [];
    private double[][][] _sampled = [];
    private double[][] _noiseValues = [];

    public ParameterSet Fitted
    {
        get
        {
            if (_weights is null)
                return ParameterSet.Empty;
            var values = new List<(string, ParameterValue)> { ("weights", _weights) };
            for (int k = 0; k < components; k++)
            {
                values.Add(($"means_{k}", _means[k]));
                values.Add(($"covariances_{k}", _sampled[k].SelectMany(static row => row).ToArray()));
                if (noise is not null)
                    values.Add(($"noise_value_{k}", _noiseValues[k]));
            }

            return new ParameterSet([.. values]);
        }
    }

    internal double[][] Means => _means;

    public static void Check(int components, double? concentrationPrior, int maxIterations)
    {
        OptionCheck.AtLeast(components, 1, "Components");
        OptionCheck.AtLeast(maxIterations, 1, "MaxIterations");
        OptionCheck.Positive(concentrationPrior ?? 1, "WeightConcentrationPrior");
    }

    public void Fit(IReadOnlyList<double[]> rows, double smoothing, RandomStream random)
    {
        rows = Spread(rows);
        var mixture = new VariationalMixture(rows, components, concentrationPrior);
        mixture.Maximise(ClusterStart.Responsibilities(rows, components, random));
        double bound = double.NegativeInfinity;
        for (int i = 0; i < maxIterations; i++)
        {
            (double[][] responsibilities, double entropy) = mixture.Expect();
            mixture.Maximise(responsibilities);
            double next = mixture.LowerBound(entropy);
            bool converged = Math.Abs(next - bound) < Tolerance;
            bound = next;
            if (converged)
                break;
        }

        Take(mixture, smoothing);
        AddNoise(random);
    }

    public double[][] Sample(int count, RandomStream random)
    {
        if (_weights is null)
            throw new InvalidOperationException("The distribution was not fitted yet.");
        var counts = new int[components];
        for (int i = 0; i < count; i++)
            counts[Component(random.NextDouble())]++;
        var rows = new List<double[]>(count);
        for (int k = 0; k < components; k++)
        {
            double[][] root = MatrixRoot.Of(_sampled[k]);
            for (int i = 0; i < counts[k]; i++)
                rows.Add(MatrixRoot.Draw(_means[k], root, random));
        }

        return [.. rows];
    }

    public void Save(OptimizerState state)
    {
        state.Set("magnitude", noise?.Magnitude ?? 0);
        if (_weights is null)
            return;
        state.Set("weights", (ReadOnlySpan<double>)_weights);
        state.Set("means", _means);
        state.Set("covariances", _covariances.SelectMany(static c => c).ToArray());
        state.Set("sampled", _sampled.SelectMany(static c => c).ToArray());
        state.Set("noise", _noiseValues);
    }

    public void Load(OptimizerState state)
    {
        if (noise is not null)
            noise.Magnitude = state.GetDouble("magnitude");
        if (!state.Contains("weights"))
            return;
        _weights = state.GetArray("weights", components);
        _means = state.GetRows("means");
        _covariances = [.. state.GetRows("covariances").Chunk(dimension)];
        _sampled = [.. state.GetRows("sampled").Chunk(dimension)];
        _noiseValues = state.GetRows("noise");
    }

    // Points that all lie on a line or in one place have no covariance that can be inverted; a mixture of them needs a little width.
    private IReadOnlyList<double[]> Spread(IReadOnlyList<double[]> rows)
    {
        double[] mean = Moments.Mean(rows);
        return rows.Count > 1 && SmallMatrix.Cholesky(Moments.Covariance(rows, mean)) is not null
            ? rows
            : [.. rows, .. Enumerable.Range(0, dimension).SelectMany(i => new[] { Moved(mean, i, 1e-6), Moved(mean, i, -1e-6) })];
    }

    private static double[] Moved(double[] point, int coordinate, double by)
    {
        double[] moved = [.. point];
        moved[coordinate] += by * Math.Max(1, Math.Abs(point[coordinate]));
        return moved;
    }

    // The order of components has no meaning: before they are blended each old one is paired with the nearest new one.
    private void Take(VariationalMixture mixture, double smoothing)
    {
        if (_weights is null || smoothing <= 0)
        {
            (_weights, _means, _covariances) = (mixture.Weights, mixture.Means, mixture.Covariances);
            return;
        }

        List<int> left = [.. Enumerable.Range(0, components)];
        double[] weights = mixture.Weights;
        for (int k = 0; k < components; k++)
        {
            double[] old = _means[k];
            int nearest = left.MinBy(other => mixture.Means[other].Zip(old, static (x, y) => (x - y) * (x - y)).Sum());
            left.Remove(nearest);
            _weights[k] = smoothing * _weights[k] + (1 - smoothing) * weights[nearest];
            _means[k] = Moments.Blend(old, mixture.Means[nearest], smoothing);
            _covariances[k] = [.. _covariances[k].Zip(mixture.Covariances[nearest], (x, y) => Moments.Blend(x, y, smoothing))];
        }
    }

    private void AddNoise(RandomStream random)
    {
        _sampled = [.. _covariances.Select(static c => c.Select(static row => row.ToArray()).ToArray())];
        if (noise is null)
            return;
        _noiseValues = new double[components][];
        var standard = new double[dimension];
        for (int k = 0; k < components; k++)
        {
            random.FillNormal(standard);
            _noiseValues[k] = noise.Of(standard);
            for (int i = 0; i < dimension; i++)
                _sampled[k][i][i] += _noiseValues[k][i];
        }

        noise.Decay();
    }

    private int Component(double uniform)
    {
        int k = 0;
        while (k + 1 < components && (uniform -= _weights![k]) >= 0)
            k++;
        return k;
    }
}
