namespace L2L;

/// <summary>One of some named choices without an order.</summary>
public sealed record CategoryParameter : Parameter
{
    /// <summary>Describes the parameter.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="choices">The choices, at least one, all different.</param>
    /// <exception cref="ArgumentException">The name is not valid, or the choices are none or not all different.</exception>
    public CategoryParameter(string name, params string[] choices)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Length == 0 || choices.Distinct(StringComparer.Ordinal).Count() != choices.Length)
            throw new ArgumentException($"The choices of '{name}' are [{string.Join(", ", choices)}]; there must be at least one, all different.", nameof(choices));
        Choices = [.. choices];
    }

    /// <summary>The choices.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <inheritdoc/>
    public override string Domain => "one of " + string.Join(", ", Choices);

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) => value.Kind == ParameterKind.Text && IndexOf(value) >= 0;

    /// <inheritdoc/>
    public override ParameterValue Sample(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return ParameterValue.Text(Choices[random.NextInt32(Choices.Count)]);
    }

    /// <inheritdoc/>
    public bool Equals(CategoryParameter? other) => base.Equals(other) && Choices.SequenceEqual(other!.Choices, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Choices.Count, Choices[0]);

    internal int IndexOf(ParameterValue value)
    {
        string text = value.AsText();
        for (int i = 0; i < Choices.Count; i++)
        {
            if (string.Equals(Choices[i], text, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    internal override void Bounds(Span<double> lower, Span<double> upper) => (lower[0], upper[0]) = (-0.5, Choices.Count - 0.5);

    internal override void Encode(ParameterValue value, Span<double> coordinates) => coordinates[0] = IndexOf(value);

    internal override ParameterValue Decode(ReadOnlySpan<double> coordinates) =>
        ParameterValue.Text(Choices[(int)Math.Clamp(Math.Round(coordinates[0]), 0, Choices.Count - 1)]);
}
