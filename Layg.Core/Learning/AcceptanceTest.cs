namespace Layg;

/// <summary>Decides whether an emulated value is good enough, and why not.</summary>
internal readonly struct AcceptanceTest(LearnerOptions options)
{
    private readonly AcceptanceRule _rule = options.AcceptanceRule;
    private readonly double _absolute = options.AbsoluteTolerance;
    private readonly double _fractional = options.FractionalTolerance;
    private readonly double _scale = options.FractionalScale;

    /// <summary>Judges with the absolute limit of the options.</summary>
    public Verdict Judge(ReadOnlySpan<double> value, double error) => Judge(value, error, _absolute);

    public Verdict Judge(ReadOnlySpan<double> value, double error, double absolute)
    {
        if (double.IsPositiveInfinity(error))
            return Verdict.OutsideDomain;
        if (!double.IsFinite(error))
            return Verdict.NotFinite;
        foreach (double component in value)
        {
            if (!double.IsFinite(component))
                return Verdict.NotFinite;
        }

        double size = Math.Abs(error);
        bool accepted = _rule switch
        {
            AcceptanceRule.AbsoluteOnly => size < absolute,
            AcceptanceRule.Either => size < absolute || WithinFraction(value, size),
            _ => size < absolute && WithinFraction(value, size),
        };
        return accepted ? Verdict.Accepted : Verdict.ErrorTooLarge;
    }

    private bool WithinFraction(ReadOnlySpan<double> value, double size)
    {
        if (size == 0)
            return true;
        foreach (double component in value)
        {
            if (!(size < _fractional * Math.Max(Math.Abs(component), _scale)))
                return false;
        }

        return true;
    }
}
