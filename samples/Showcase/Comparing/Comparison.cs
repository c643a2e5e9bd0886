using ExpUtils;

namespace Showcase.Comparing;

/// <summary>The tuned setting against the default over fresh seeds.</summary>
/// <param name="Default">The default's runs.</param>
/// <param name="Tuned">The tuned setting's runs.</param>
internal sealed record Comparison(ComparedSetting Default, ComparedSetting Tuned)
{
    /// <summary>Whether the tuned setting's interval lies above the default's.</summary>
    public bool IsSeparated => Tuned.Interval.Lower > Default.Interval.Upper;
}

/// <summary>The runs of one setting.</summary>
/// <param name="Returns">The return at the end of each run.</param>
/// <param name="Interval">The mean of these with its 95 % bootstrap interval.</param>
/// <param name="Curve">The mean learning curve with its 95 % bootstrap band.</param>
internal sealed record ComparedSetting(double[] Returns, ConfidenceInterval Interval, ConfidenceBand Curve);
