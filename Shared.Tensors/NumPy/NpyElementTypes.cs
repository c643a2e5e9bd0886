namespace Shared.Tensors.NumPy;

/// <summary>Sizes, names and type codes of the element types.</summary>
internal static class NpyElementTypes
{
    public const string Supported = "bool, int32, int64, float32 and float64";

    public static int Size(this NpyElementType type) => type switch
    {
        NpyElementType.Boolean => sizeof(bool),
        NpyElementType.Int32 or NpyElementType.Single => sizeof(int),
        _ => sizeof(long),
    };

    /// <summary>The name that NumPy prints.</summary>
    public static string Name(this NpyElementType type) => type switch
    {
        NpyElementType.Boolean => "bool",
        NpyElementType.Int32 => "int32",
        NpyElementType.Int64 => "int64",
        NpyElementType.Single => "float32",
        _ => "float64",
    };

    /// <summary>The type code of a file written on this little-endian format, such as <c>&lt;f8</c>.</summary>
    public static string Descriptor(this NpyElementType type) => type switch
    {
        NpyElementType.Boolean => "|b1",
        NpyElementType.Int32 => "<i4",
        NpyElementType.Int64 => "<i8",
        NpyElementType.Single => "<f4",
        _ => "<f8",
    };

    /// <summary>The element type of a .NET type, null where there is none.</summary>
    public static NpyElementType? Of<T>() =>
        typeof(T) == typeof(double) ? NpyElementType.Double
        : typeof(T) == typeof(float) ? NpyElementType.Single
        : typeof(T) == typeof(long) ? NpyElementType.Int64
        : typeof(T) == typeof(int) ? NpyElementType.Int32
        : typeof(T) == typeof(bool) ? NpyElementType.Boolean
        : null;

    /// <summary>Reads a type code; null where the type is not supported.</summary>
    public static (NpyElementType Type, bool BigEndian)? Parse(string descriptor)
    {
        if (descriptor.Length != 3 || descriptor[0] is not ('<' or '>' or '|' or '='))
            return null;
        NpyElementType? type = descriptor.AsSpan(1) switch
        {
            "b1" => NpyElementType.Boolean,
            "i4" => NpyElementType.Int32,
            "i8" => NpyElementType.Int64,
            "f4" => NpyElementType.Single,
            "f8" => NpyElementType.Double,
            _ => null,
        };
        // "Not applicable" is a byte order for single bytes only, and the order of an unknown machine ("=") is never written.
        bool hasOrder = descriptor[0] is '<' or '>';
        return type is null || (!hasOrder && type != NpyElementType.Boolean) ? null : (type.Value, descriptor[0] == '>');
    }
}
