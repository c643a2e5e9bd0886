namespace L2L;

/// <summary>A parameter is only there while another one has one of some values.</summary>
/// <param name="Parameter">The full dotted name of the other parameter.</param>
/// <param name="Values">The values, as texts (<c>"relu"</c>, <c>"2"</c>, <c>"true"</c>). At least one.</param>
public sealed record ParameterCondition(string Parameter, IReadOnlyList<string> Values)
{
    /// <summary>A condition on one or more values.</summary>
    /// <param name="parameter">The full dotted name of the other parameter.</param>
    /// <param name="values">The values, as texts.</param>
    public static ParameterCondition When(string parameter, params string[] values) => new(parameter, values);

    /// <inheritdoc/>
    public bool Equals(ParameterCondition? other) =>
        other is not null && Parameter == other.Parameter && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parameter, Values.Count);

    internal bool Holds(ParameterValue value)
    {
        string text = value.ToString();
        foreach (string wanted in Values)
        {
            if (string.Equals(wanted, text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
