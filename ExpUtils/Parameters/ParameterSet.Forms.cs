using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ExpUtils;

/// <content>Other forms of a configuration: flat cells, a fingerprint, a typed record.</content>
public sealed partial class ParameterSet
{
    /// <summary>
    /// SHA-256 of the parameters, as 64 hexadecimal digits: the same for equal sets, however their numbers were written and their members ordered.
    /// </summary>
    public string Fingerprint => _fingerprint ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())));

    /// <summary>Whether every parameter of the other set is here too, with an equal value.</summary>
    /// <param name="other">The other set.</param>
    public bool Contains(ParameterSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.All(pair => TryGetValue(pair.Key, out ParameterValue? value) && value.Equals(pair.Value));
    }

    /// <summary>Equality that leaves some parameters out.</summary>
    /// <param name="other">The other set.</param>
    /// <param name="ignored">Names left out on both sides; a name stands for everything below it too.</param>
    public bool EqualsExcept(ParameterSet other, params IReadOnlyCollection<string> ignored)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(ignored);
        if (ignored.Count == 0)
            return Equals(other);
        int left = 0;
        foreach ((string name, ParameterValue value) in this)
        {
            if (IsIgnored(name))
                continue;
            left++;
            if (!other.TryGetValue(name, out ParameterValue? theirs) || !value.Equals(theirs))
                return false;
        }

        return left == other.Keys.Count(name => !IsIgnored(name));

        bool IsIgnored(string name) => ignored.Any(top => ParameterPath.IsAtOrBelow(name, top));
    }

    /// <summary>Makes the caller's record of these parameters, with System.Text.Json's metadata for it (ahead-of-time compilation needs that).</summary>
    /// <typeparam name="T">A record or class whose members are named as the parameters; see <see cref="ParameterBinding.Options"/>.</typeparam>
    /// <param name="typeInfo">The metadata, from a source-generated context.</param>
    /// <exception cref="ParameterBindingException">A value does not fit, or a required one is missing.</exception>
    public T Bind<T>(JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return ParameterBinding.Read(this, () => JsonSerializer.Deserialize(Utf8().Span, typeInfo));
    }

    /// <summary>Makes the caller's record of these parameters.</summary>
    /// <typeparam name="T">A record or class whose members are named as the parameters, case aside.</typeparam>
    /// <param name="options">How to read; null for <see cref="ParameterBinding.Options"/>.</param>
    /// <exception cref="ParameterBindingException">A value does not fit, or a required one is missing.</exception>
    [RequiresUnreferencedCode("Reads T by reflection; give the metadata of a source-generated context instead.")]
    [RequiresDynamicCode("Reads T by reflection; give the metadata of a source-generated context instead.")]
    public T Bind<T>(JsonSerializerOptions? options = null) =>
        ParameterBinding.Read(this, () => JsonSerializer.Deserialize<T>(Utf8().Span, options ?? ParameterBinding.Options));

    /// <summary>The values as cells: lists and objects that are one value are spread out too, and all is in ordinal order of the names.</summary>
    internal List<(string Name, ParameterValue Value)> Flat()
    {
        List<(string Name, ParameterValue Value)> cells = [];
        foreach ((string name, ParameterValue value) in this)
            Spread(name, value, cells);
        cells.Sort((left, right) => ParameterPath.CompareCodePoints(left.Name, right.Name));
        return cells;
    }

    /// <summary>A value as cells.</summary>
    internal static (string Name, ParameterValue Value)[] Spread(string name, ParameterValue value)
    {
        List<(string Name, ParameterValue Value)> cells = [];
        Spread(name, value, cells);
        return [.. cells];
    }

    internal void WriteTo(Utf8JsonWriter writer) => _layout.Root.Write(writer, _values);

    internal string ToJsonText() => Encoding.UTF8.GetString(Utf8().Span);

    internal ReadOnlyMemory<byte> Utf8()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteTo(writer);
        return buffer.WrittenMemory;
    }

    private static void Spread(string name, ParameterValue value, List<(string Name, ParameterValue Value)> cells)
    {
        if (value.Kind == ParameterKind.Object)
        {
            foreach ((string member, ParameterValue inner) in value.Members)
                Spread($"{name}.{member}", inner, cells);
        }
        else if (value.Kind == ParameterKind.List)
        {
            int position = 0;
            foreach (ParameterValue item in value.Items)
            {
                string path = $"{name}.{ParameterPath.Join([position++])}";
                if (item.Kind == ParameterKind.Object)
                    Spread(path, item, cells);
                else
                    cells.Add((path, item));
            }
        }
        else
        {
            cells.Add((name, value));
        }
    }

    private string Canonical()
    {
        var text = new StringBuilder("{");
        foreach ((string name, ParameterValue value) in this.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(text.Length == 1 ? "" : ",").Append('"').Append(JsonEncodedText.Encode(name)).Append("\":").Append(value.Canonical);
        return text.Append('}').ToString();
    }
}
