namespace Lagom.Rl;

/// <summary>An item of a <see cref="ConfigSpace"/> of which every value is tried, with every value of the other grids.</summary>
public sealed class ConfigGrid : ConfigItem
{
    private ConfigGrid(ConfigValue[] values) => Values = values;

    /// <summary>The values, in the order in which they are tried.</summary>
    public IReadOnlyList<ConfigValue> Values { get; }

    /// <summary>Makes a grid.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <exception cref="ArgumentException">There is no value, or one is missing.</exception>
    public static ConfigGrid Of(params ReadOnlySpan<ConfigValue> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("A grid needs at least one value.", nameof(values));
        return new ConfigGrid([.. ConfigValue.List(values).ToList()]);
    }
}
