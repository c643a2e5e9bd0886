namespace L2L;

/// <summary>
/// The parameter is there only while another one has one of some values; the record gets its default, or null, 0 or NaN, where it is not.
/// </summary>
/// <param name="parameter">The full dotted name of the other parameter.</param>
/// <param name="values">The values, as texts.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class WhenAttribute(string parameter, params string[] values) : Attribute
{
    /// <summary>The full dotted name of the other parameter.</summary>
    public string Parameter => parameter;

    /// <summary>The values, as texts.</summary>
    public IReadOnlyList<string> Values => values;
}
