namespace Lagom.Rl;

/// <summary>
/// What an item of a <see cref="ConfigSpace"/> is: a fixed <see cref="ConfigValue"/>, a <see cref="ConfigGrid"/>, a <see cref="ConfigSample"/> or a
/// <see cref="ConfigCondition"/>. Numbers, texts, flags and arrays of them convert to fixed values.
/// </summary>
public abstract class ConfigItem
{
    private protected ConfigItem()
    {
    }

    /// <summary>A fixed flag.</summary>
    /// <param name="value">The flag.</param>
    public static implicit operator ConfigItem(bool value) => (ConfigValue)value;

    /// <summary>A fixed whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ConfigItem(long value) => (ConfigValue)value;

    /// <summary>A fixed number.</summary>
    /// <param name="value">The number; finite.</param>
    public static implicit operator ConfigItem(double value) => (ConfigValue)value;

    /// <summary>A fixed text, or null.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator ConfigItem(string? value) => (ConfigValue)value;

    /// <summary>A fixed list of whole numbers.</summary>
    /// <param name="values">The numbers; copied.</param>
    public static implicit operator ConfigItem(int[] values) => (ConfigValue)values;

    /// <summary>A fixed list of numbers.</summary>
    /// <param name="values">The numbers; finite; copied.</param>
    public static implicit operator ConfigItem(double[] values) => (ConfigValue)values;

    /// <summary>A fixed list of texts.</summary>
    /// <param name="values">The texts; copied.</param>
    public static implicit operator ConfigItem(string[] values) => (ConfigValue)values;
}
