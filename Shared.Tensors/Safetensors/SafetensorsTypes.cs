using TorchSharp;

namespace Shared.Tensors;

/// <summary>The names that safetensors has for types of elements.</summary>
internal static class SafetensorsTypes
{
    private static readonly (string Name, torch.ScalarType Type, int Bytes)[] Known =
    [
        ("BOOL", torch.ScalarType.Bool, 1),
        ("U8", torch.ScalarType.Byte, 1),
        ("I8", torch.ScalarType.Int8, 1),
        ("I16", torch.ScalarType.Int16, 2),
        ("I32", torch.ScalarType.Int32, 4),
        ("I64", torch.ScalarType.Int64, 8),
        ("F16", torch.ScalarType.Float16, 2),
        ("BF16", torch.ScalarType.BFloat16, 2),
        ("F32", torch.ScalarType.Float32, 4),
        ("F64", torch.ScalarType.Float64, 8),
        ("C64", torch.ScalarType.ComplexFloat32, 8),
    ];

    public static string Names => string.Join(", ", Known.Select(known => known.Name));

    public static bool TryFind(string name, out torch.ScalarType type)
    {
        int index = Array.FindIndex(Known, known => known.Name == name);
        type = index < 0 ? default : Known[index].Type;
        return index >= 0;
    }

    /// <summary>The name of a type, or null where the format has none.</summary>
    public static string? NameOf(torch.ScalarType type) => Array.Find(Known, known => known.Type == type).Name;

    public static int BytesOf(torch.ScalarType type) => Array.Find(Known, known => known.Type == type).Bytes;
}
