namespace Showcase.Comparing;

/// <summary>The tuned setting against the default over fresh seeds.</summary>
/// <param name="Default">The default's runs.</param>
/// <param name="Tuned">The tuned setting's runs.</param>
internal sealed record Comparison(ComparedSetting Default, ComparedSetting Tuned)
{
    /// <summary>Whether the tuned setting's interval lies above the default's.</summary>
    public bool IsSeparated => Tuned.Interval.Lower > Default.Interval.Upper;
}
