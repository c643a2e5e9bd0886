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
        torch.Tensor result = ValueCases.All.Single(one => one.Python == python).Call(new ValueInputs());
        ExpectedValue.Of(python).Check(result, doubleTolerance: 1e-12, singleTolerance: 1e-6);
    }

    [Test]
    public void Cases_AndPythonsResults_AreTheSame() =>
        ValueCases.All.Select(one => one.Python).Should().BeEquivalentTo(ValueInputs.Results.EnumerateObject().Select(result => result.Name));
}
