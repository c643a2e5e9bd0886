namespace Lagom.Rl;

/// <summary>An item of a <see cref="ConfigSpace"/> that is computed from the other items of the same configuration.</summary>
public sealed class ConfigCondition : ConfigItem
{
    private readonly Func<Configuration, ConfigValue> _compute;

    private ConfigCondition(Func<Configuration, ConfigValue> compute) => _compute = compute;

    /// <summary>Computes a value.</summary>
    /// <param name="compute">
    /// Gets the configuration, whose other items it may read, conditions among them in whatever order they stand; conditions that need
    /// each other are an error.
    /// </param>
    public static ConfigCondition Of(Func<Configuration, ConfigValue> compute)
    {
        ArgumentNullException.ThrowIfNull(compute);
        return new ConfigCondition(compute);
    }

    internal ConfigValue Compute(Configuration configuration) => _compute(configuration);
}
