using System.Text.Json;
using Shared.Tensors.NumPy;

namespace Shared.Tensors.Tests.NumPy;

internal static class NpyAssertions
{
    /// <summary>Makes the array that a golden entry describes.</summary>
    public static NpyArray ToArray(JsonElement expected)
    {
        int[] shape = expected.GetProperty("shape").Integers();
        JsonElement values = expected.GetProperty("values");
        return expected.GetProperty("type").GetString() switch
        {
            "float64" => NpyArray.Create(values.Numbers(), shape),
            "float32" => NpyArray.Create([.. values.Numbers().Select(value => (float)value)], shape),
            "int64" => NpyArray.Create(values.Longs(), shape),
            "int32" => NpyArray.Create(values.Integers(), shape),
            "bool" => NpyArray.Create([.. values.EnumerateArray().Select(value => value.GetBoolean())], shape),
            var other => throw new InvalidOperationException(other),
        };
    }

    /// <summary>Requires equal types, shapes and bits.</summary>
    public static void ShouldEqual(this NpyArray actual, NpyArray expected)
    {
        actual.ElementType.Should().Be(expected.ElementType);
        actual.Shape.Should().Equal(expected.Shape);
        Bytes(actual).Should().Equal(Bytes(expected));
    }

    public static byte[] Save(NpyArray array, bool fortranOrder = false)
    {
        using var stream = new MemoryStream();
        Npy.Write(stream, array, fortranOrder);
        return stream.ToArray();
    }

    public static NpyArray Load(byte[] bytes) => Npy.Read(new MemoryStream(bytes));

    private static byte[] Bytes(NpyArray array)
    {
        byte[] bytes = Save(array);
        return bytes[(10 + bytes[8] + 256 * bytes[9])..];
    }
}
