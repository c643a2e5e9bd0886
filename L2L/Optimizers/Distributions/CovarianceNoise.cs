namespace L2L;

/// <summary>The noise added to variances, which decays with every fit.</summary>
internal sealed class CovarianceNoise
{
    private readonly double[] _scale;
    private readonly double _decay;

    public CovarianceNoise(double magnitude, IReadOnlyList<double> scale, double decay, int dimension)
    {
        Check(magnitude, scale, decay, dimension);
        Magnitude = magnitude;
        _decay = decay;
        _scale = scale.Count == 1 ? [.. Enumerable.Repeat(scale[0], dimension)] : [.. scale];
    }

    public double Magnitude { get; set; }

    public static void Check(double magnitude, IReadOnlyList<double> scale, double decay, int dimension)
    {
        OptionCheck.NotNegative(magnitude, "NoiseMagnitude");
        OptionCheck.Fraction(decay, "NoiseDecay");
        OptionCheck.Require(scale.Count == 1 || scale.Count == dimension, "CoordinateScale.Count", scale.Count, $"1 or {dimension}");
        foreach (double s in scale)
            OptionCheck.NotNegative(s, "CoordinateScale");
    }

    /// <summary>The noise of standard normal numbers at the present magnitude.</summary>
    public double[] Of(ReadOnlySpan<double> standard)
    {
        var noise = new double[_scale.Length];
        for (int i = 0; i < noise.Length; i++)
            noise[i] = Math.Abs(Magnitude * _scale[i] * standard[i]);
        return noise;
    }

    public void Decay() => Magnitude *= _decay;
}
