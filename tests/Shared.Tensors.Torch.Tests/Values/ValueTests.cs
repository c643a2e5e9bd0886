using System.Text.Json;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

/// <summary>Every wrapped function against Python's torch.</summary>
public sealed class ValueTests
{
    private static IEnumerable<TestCaseData> Cases => ValueCases.All.Select(one => new TestCaseData(one.Python));

    [TestCaseSource(nameof(Cases))]
    public void Call_OfFixedInputs_GivesPythonsResult(string python)
    {
        using var scope = torch.NewDisposeScope();
        JsonElement expected = ValueInputs.Results.GetProperty(python);
        torch.Tensor result = ValueCases.All.Single(one => one.Python == python).Call(new ValueInputs());

        result.dtype.Should().Be(ValueInputs.TypeOf(expected));
        result.shape.Should().Equal(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()));
        double[] values = [.. expected.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        double tolerance = result.dtype is torch.ScalarType.Float32 ? 1e-6 : 1e-12;
        double[] actual = result.@double().ToArray<double>();
        for (int i = 0; i < values.Length; i++)
            actual[i].Should().BeApproximately(values[i], tolerance * Math.Max(1, Math.Abs(values[i])), "element {0}", i);
    }

    [Test]
    public void Cases_AndPythonsResults_AreTheSame() =>
        ValueCases.All.Select(one => one.Python).Should().BeEquivalentTo(ValueInputs.Results.EnumerateObject().Select(result => result.Name));
}
