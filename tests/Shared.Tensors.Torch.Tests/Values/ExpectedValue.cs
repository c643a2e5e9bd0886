using System.Text.Json;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

/// <summary>What Python's torch computed for one expression.</summary>
internal sealed record ExpectedValue(torch.ScalarType Type, long[] Shape, double[] Values)
{
    public static ExpectedValue Of(string python)
    {
        JsonElement stored = ValueInputs.Results.GetProperty(python);
        return new(
            ValueInputs.TypeOf(stored),
            [.. stored.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())],
            [.. stored.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())]);
    }

    /// <summary>Type, shape and every element; a tolerance is relative for values above 1 and absolute below.</summary>
    public void Check(torch.Tensor result, double doubleTolerance, double singleTolerance)
    {
        result.dtype.Should().Be(Type);
        result.shape.Should().Equal(Shape);
        double tolerance = result.dtype is torch.ScalarType.Float32 ? singleTolerance : doubleTolerance;
        double[] actual = result.@double().ToArray<double>();
        for (int i = 0; i < Values.Length; i++)
            actual[i].Should().BeApproximately(Values[i], tolerance * Math.Max(1, Math.Abs(Values[i])), "element {0}", i);
    }
}
