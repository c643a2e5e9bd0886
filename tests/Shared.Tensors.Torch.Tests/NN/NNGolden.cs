using System.Text.Json;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>What Python's modules give.</summary>
internal static class NNGolden
{
    private static readonly JsonElement Root = Golden.Read("nn.json");

    public static JsonElement Modules => Root.GetProperty("modules");

    public static JsonElement Inits => Root.GetProperty("inits");

    public static JsonElement Network => Root.GetProperty("network").GetProperty("");

    public static Tensor[] Inputs(JsonElement one) => [.. one.GetProperty("inputs").EnumerateArray().Select((shape, index) =>
    {
        long[] sizes = [.. shape.EnumerateArray().Select(size => size.GetInt64())];
        long count = sizes.Aggregate(1L, static (product, size) => product * size);
        return sin(arange(count, dtype: float64) * 1.7 + 0.6 * (index + 1)).reshape(sizes).requires_grad_();
    })];

    /// <summary>The sum of outputs, each element with its own weight.</summary>
    public static Tensor Weighted(Tensor[] outputs)
    {
        Tensor sum = zeros(1, dtype: float64).sum();
        foreach (Tensor output in outputs)
            sum = sum + (output * cos(arange(output.numel(), dtype: float64)).reshape(output.shape)).sum();
        return sum;
    }

    public static void ShouldBe(Tensor actual, JsonElement expected, double tolerance, string what)
    {
        actual.shape.Should().Equal(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()), what);
        double[] wanted = [.. expected.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        double[] given = actual.detach().type(ScalarType.Float64).ToArray<double>();
        for (int i = 0; i < wanted.Length; i++)
            given[i].Should().BeApproximately(wanted[i], tolerance * Math.Max(1, Math.Abs(wanted[i])), "{0} element {1}", what, i);
    }
}
