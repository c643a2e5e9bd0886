namespace L2L;

/// <summary>A fitted normal distribution, with or without noise on its variances.</summary>
internal sealed class GaussianFit(int dimension, CovarianceNoise? noise) : ISearchDistribution
{
    private double[]? _noiseValue;

    public double[]? Mean { get; private set; }

    public double[][]? Covariance { get; private set; }

    /// <summary>The covariance that is sampled from.</summary>
    public double[][]? Sampled { get; private set; }

    public double NoiseMagnitude => noise?.Magnitude ?? 0;

    public ParameterSet Fitted
    {
        get
        {
            if (Mean is null)
                return ParameterSet.Empty;
            var fitted = new ParameterSet(("mean", Mean), ("covariance_matrix", Sampled!.SelectMany(static row => row).ToArray()));
            return _noiseValue is null ? fitted : fitted.With("noise_value", _noiseValue);
        }
    }

    public void Fit(IReadOnlyList<double[]> rows, double smoothing, RandomStream random)
    {
        double[]? standard = null;
        if (noise is not null)
        {
            standard = new double[dimension];
            random.FillNormal(standard);
        }

        Fit(rows, smoothing, standard);
    }

    public void Fit(IReadOnlyList<double[]> rows, double smoothing, double[]? standard)
    {
        double[] mean = Moments.Mean(rows);
        double[][] covariance = Moments.Covariance(rows, mean);
        Mean = Mean is null ? mean : Moments.Blend(Mean, mean, smoothing);
        Covariance = Covariance is null ? covariance : [.. Covariance.Zip(covariance, (old, fit) => Moments.Blend(old, fit, smoothing))];
        Sampled = [.. Covariance.Select(static row => row.ToArray())];
        if (noise is null)
            return;
        _noiseValue = noise.Of(standard);
        for (int i = 0; i < dimension; i++)
            Sampled[i][i] += _noiseValue[i];
        noise.Decay();
    }

    public double[][] Sample(int count, RandomStream random)
    {
        if (Mean is null)
            throw new InvalidOperationException("The distribution was not fitted yet.");
        double[][] root = MatrixRoot.Of(Sampled!);
        var rows = new double[count][];
        for (int i = 0; i < count; i++)
            rows[i] = MatrixRoot.Draw(Mean, root, random);
        return rows;
    }

    public void Save(OptimizerState state)
    {
        state.Set("magnitude", NoiseMagnitude);
        if (Mean is null)
            return;
        state.Set("mean", (ReadOnlySpan<double>)Mean);
        state.Set("covariance", Covariance!);
        state.Set("sampled", Sampled!);
        state.Set("noise", (ReadOnlySpan<double>)_noiseValue);
    }

    public void Load(OptimizerState state)
    {
        if (noise is not null)
            noise.Magnitude = state.GetDouble("magnitude");
        if (!state.Contains("mean"))
            return;
        Mean = state.GetArray("mean", dimension);
        Covariance = state.GetRows("covariance");
        Sampled = state.GetRows("sampled");
        double[] value = state.GetArray("noise");
        _noiseValue = value.Length == 0 ? null : value;
    }
}
