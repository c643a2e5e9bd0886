using System.Globalization;

namespace Lagom.Rl;

/// <summary>
/// A value in a configuration: a flag, a whole number, a number, a text, nothing, or a list of values. Never changes; equal where kind and
/// content are; can always be written as JSON.
/// </summary>
public sealed partial class ConfigValue : ConfigItem, IEquatable<ConfigValue>
{
    private readonly object? _content;

    private ConfigValue(object? content) => _content = content;

    /// <summary>The absence of a value: JSON's null.</summary>
    public static ConfigValue Null { get; } = new(content: null);

    /// <summary>What the value is.</summary>
    public ConfigValueKind Kind => _content switch
    {
        bool => ConfigValueKind.Flag,
        long => ConfigValueKind.Integer,
        double => ConfigValueKind.Number,
        string => ConfigValueKind.Text,
        ConfigValue[] => ConfigValueKind.List,
        _ => ConfigValueKind.Null,
    };

    /// <summary>A flag.</summary>
    /// <param name="value">The flag.</param>
    public static implicit operator ConfigValue(bool value) => new(value);

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ConfigValue(long value) => new(value);

    /// <summary>A number.</summary>
    /// <param name="value">The number; finite.</param>
    /// <exception cref="ArgumentException">The number is NaN or infinite, which JSON cannot hold.</exception>
    public static implicit operator ConfigValue(double value) => double.IsFinite(value)
        ? new(value)
        : throw new ArgumentException($"{value.ToString(CultureInfo.InvariantCulture)} cannot be in a configuration; a number must be finite. Use a text or null instead.", nameof(value));

    /// <summary>A text, or <see cref="Null"/>.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator ConfigValue(string? value) => value is null ? Null : new(value);

    /// <summary>A list of whole numbers.</summary>
    /// <param name="values">The numbers; copied.</param>
    public static implicit operator ConfigValue(int[] values) => List([.. values.Select(static value => (ConfigValue)(long)value)]);

    /// <summary>A list of numbers.</summary>
    /// <param name="values">The numbers; finite; copied.</param>
    public static implicit operator ConfigValue(double[] values) => List([.. values.Select(static value => (ConfigValue)value)]);

    /// <summary>A list of texts.</summary>
    /// <param name="values">The texts; copied.</param>
    public static implicit operator ConfigValue(string[] values) => List([.. values.Select(static value => (ConfigValue)value)]);

    /// <summary>A list of values of any kind.</summary>
    /// <param name="values">The values; copied.</param>
    /// <exception cref="ArgumentException">A value is missing.</exception>
    public static ConfigValue List(params ReadOnlySpan<ConfigValue> values)
    {
        foreach (ConfigValue value in values)
        {
            if (value is null)
                throw new ArgumentException($"A value of the list is missing; use {nameof(ConfigValue)}.{nameof(Null)} for JSON's null.", nameof(values));
        }

        return new ConfigValue(values.ToArray());
    }

    /// <summary>The flag.</summary>
    /// <exception cref="InvalidOperationException">The value is something else; the message says what.</exception>
    public bool ToFlag() => _content is bool flag ? flag : throw Unlike("a flag");

    /// <summary>The whole number. A number without a fraction, such as 1000.0, counts as one.</summary>
    /// <exception cref="InvalidOperationException">The value is something else; the message says what.</exception>
    public long ToInteger() => _content switch
    {
        long whole => whole,
        double number when number == Math.Floor(number) && Math.Abs(number) < 1L << 53 => (long)number,
        _ => throw Unlike("a whole number"),
    };

    /// <summary>The number; a whole one as well.</summary>
    /// <exception cref="InvalidOperationException">The value is something else; the message says what.</exception>
    public double ToNumber() => _content switch
    {
        double number => number,
        long whole => whole,
        _ => throw Unlike("a number"),
    };

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The value is something else; the message says what.</exception>
    public string ToText() => _content as string ?? throw Unlike("a text");

    /// <summary>The values of the list.</summary>
    /// <exception cref="InvalidOperationException">The value is something else; the message says what.</exception>
    public IReadOnlyList<ConfigValue> ToList() => _content as ConfigValue[] ?? throw Unlike("a list");

    /// <inheritdoc/>
    public bool Equals(ConfigValue? other) => other is not null && (_content, other._content) switch
    {
        (ConfigValue[] mine, ConfigValue[] theirs) => mine.SequenceEqual(theirs),
        (ConfigValue[], _) or (_, ConfigValue[]) => false,
        _ => Equals(_content, other._content),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfigValue);

    /// <inheritdoc/>
    public override int GetHashCode() => _content is ConfigValue[] list ? list.Aggregate(list.Length, HashCode.Combine) : _content?.GetHashCode() ?? 0;

    private InvalidOperationException Unlike(string wanted) => new($"The value is {this}, not {wanted}.");
}
