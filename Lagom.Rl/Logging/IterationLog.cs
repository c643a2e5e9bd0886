using System.Globalization;
using System.Text;

namespace Lagom.Rl;

/// <summary>
/// Collects values under keys while an iteration runs, prints them, and hands the figures to a sink. Keys keep the order in which they first
/// came. Not thread-safe.
/// </summary>
public sealed class IterationLog
{
    private readonly OrderedDictionary<string, List<object?>> _values = new(StringComparer.Ordinal);

    /// <summary>The keys, in the order in which they first came.</summary>
    public IReadOnlyList<string> Keys => _values.Keys;

    /// <summary>The values of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public IReadOnlyList<object?> this[string key] => _values[key];

    /// <summary>Adds a value to those of a key.</summary>
    /// <param name="key">The key, such as "train_loss".</param>
    /// <param name="value">The value: a number, a flag, a text, a <see cref="SummaryStatistics"/>, a list of them.</param>
    public void Add(string key, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (!_values.TryGetValue(key, out List<object?>? values))
            _values.Add(key, values = []);
        values.Add(value);
    }

    /// <summary>Removes all keys and values.</summary>
    public void Clear() => _values.Clear();

    /// <summary>Writes a border, a line "Title: value" per key, and the border again.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="options">Which keys and values, and how; null for all.</param>
    /// <exception cref="KeyNotFoundException">There is no such key; nothing is written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A key has no such value; nothing is written.</exception>
    public void Dump(TextWriter writer, DumpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        options ??= new DumpOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Indent);
        string tabs = new('\t', options.Indent);
        var text = new StringBuilder(options.Border).Append('\n');
        foreach (string key in options.Keys ?? Keys)
            text.Append(tabs).Append(Title(key)).Append(": ").Append(Shown(key, options)).Append('\n');
        writer.Write(text.Append(options.Border).Append('\n').ToString());
    }

    /// <summary>Hands the last figure of each key whose values are numbers to a sink; other keys are left out.</summary>
    /// <param name="sink">The sink.</param>
    /// <param name="step">When.</param>
    public void WriteTo(IMetricSink sink, long step)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach ((string key, List<object?> values) in _values)
        {
            if (values[^1] is byte or short or int or long or float or double or decimal)
                figures.Add(key, Convert.ToDouble(values[^1], CultureInfo.InvariantCulture));
            else if (values[^1] is SummaryStatistics description)
                figures.Add(key, description.Mean);
        }

        sink.Write(step, figures);
    }

    /// <summary>The keys and values on one line, as Python writes an ordered dictionary.</summary>
    public override string ToString() =>
        $"OrderedDict([{string.Join(", ", _values.Select(item => $"({PythonText.Of(item.Key)}, {PythonText.Of(item.Value)})"))}])";

    /// <summary>What a key looks like in a dump: spaces for underscores, and each word with a capital.</summary>
    /// <param name="key">The key.</param>
    public static string Title(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var title = new StringBuilder();
        bool isStart = true;
        foreach (char letter in key.Trim().Replace('_', ' '))
        {
            title.Append(isStart ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
            isStart = !char.IsLetter(letter);
        }

        return title.ToString();
    }

    private string Shown(string key, DumpOptions options)
    {
        if (!_values.TryGetValue(key, out List<object?>? values))
            throw new KeyNotFoundException($"Nothing was logged under '{key}'. Keys: {string.Join(", ", Keys)}.");
        if (options.Index is { } index)
            return Plain(values[Place(key, values, index)]);
        return PythonText.Of(options.Indices is null ? values : options.Indices.Select(each => values[Place(key, values, each)]));
    }

    // A text or description by itself is printed, not quoted as in a list.
    private static string Plain(object? value) => value as string ?? PythonText.Of(value);

    private static int Place(string key, List<object?> values, int index)
    {
        int place = index < 0 ? values.Count + index : index;
        return place >= 0 && place < values.Count
            ? place
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"'{key}' has {values.Count} values.");
    }
}
