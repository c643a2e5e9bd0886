namespace Layg.Calibration;

/// <summary>
/// The mean error as a D + b D^c of the neighbour distance D, fitted to one error per calibration point by bounded least squares
/// (0 ≤ a, b, c ≤ 10, on errors divided by the spread of the outputs).
/// </summary>
/// <remarks>Immutable and safe to use from many threads.</remarks>
public sealed class PowerLawErrorModel
{
    internal const double Bound = 10;

    /// <summary>Restores a model from its numbers.</summary>
    /// <param name="linear">a. Range: 0 to 10.</param>
    /// <param name="factor">b. Range: 0 to 10.</param>
    /// <param name="exponent">c. Range: 0 to 10.</param>
    /// <param name="scale">What errors were divided by for the fit. Range: above 0.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public PowerLawErrorModel(double linear, double factor, double exponent, double scale)
    {
        RequireBounds(linear, nameof(linear));
        RequireBounds(factor, nameof(factor));
        RequireBounds(exponent, nameof(exponent));
        if (!double.IsFinite(scale) || scale <= 0)
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be finite and above 0.");
        Linear = linear;
        Factor = factor;
        Exponent = exponent;
        Scale = scale;
    }

    /// <summary>a, in units of <see cref="Scale"/>.</summary>
    public double Linear { get; }

    /// <summary>b, in units of <see cref="Scale"/>.</summary>
    public double Factor { get; }

    /// <summary>c.</summary>
    public double Exponent { get; }

    /// <summary>What errors were divided by for the fit, so that the bounds do not depend on the unit of the output.</summary>
    public double Scale { get; }

    /// <summary>Fits the model to calibration points; finds the global optimum, from any data, without a start value.</summary>
    /// <param name="errors">The absolute error of the prediction at each point.</param>
    /// <param name="distances">D at each point: mean distance of its neighbours.</param>
    /// <param name="outputScale">Standard deviation of the outputs; 0 (constant outputs) counts as 1.</param>
    /// <exception cref="ArgumentException">There is no point, the lengths differ, or a number is negative or not finite.</exception>
    public static PowerLawErrorModel Fit(ReadOnlySpan<double> errors, ReadOnlySpan<double> distances, double outputScale)
    {
        CalibrationArguments.RequireErrors(errors);
        CalibrationArguments.RequireColumn(distances, errors.Length, nameof(distances));
        CalibrationArguments.RequireScale(outputScale);
        double scale = outputScale > 0 ? outputScale : 1;
        var scaled = new double[errors.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = errors[i] / scale;
        (double linear, double factor, double exponent) = new PowerLawSearch(scaled, distances).Minimise();
        return new PowerLawErrorModel(linear, factor, exponent, scale);
    }

    /// <summary>The predicted mean error at a query.</summary>
    /// <param name="distance">D there.</param>
    public double Bar(double distance) => Scale * ((Linear * distance) + (Factor * Math.Pow(distance, Exponent)));

    private static void RequireBounds(double value, string name)
    {
        if (value is not (>= 0 and <= Bound))
            throw new ArgumentOutOfRangeException(name, value, $"The coefficient must lie between 0 and {Bound}.");
    }
}
