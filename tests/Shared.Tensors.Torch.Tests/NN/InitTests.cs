using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>First values against Python's of the same seed.</summary>
[NonParallelizable]
public sealed class InitTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Fills = new(StringComparer.Ordinal)
    {
        ["uniform_"] = t => init.uniform_(t, -1, 2),
        ["normal_"] = t => init.normal_(t, 1, 2),
        ["constant_"] = t => init.constant_(t, 0.3),
        ["ones_"] = t => init.ones_(t),
        ["zeros_"] = t => init.zeros_(t),
        ["eye_"] = t => init.eye_(t),
        ["dirac_"] = t => init.dirac_(t),
        ["xavier_uniform_"] = t => init.xavier_uniform_(t, 1.5),
        ["xavier_normal_"] = t => init.xavier_normal_(t, 1.5),
        ["kaiming_uniform_"] = t => init.kaiming_uniform_(t, 0.3, init.FanInOut.FanOut),
        ["kaiming_normal_"] = t => init.kaiming_normal_(t, nonlinearity: init.NonlinearityType.ReLU),
        ["orthogonal_"] = t => init.orthogonal_(t, 2),
        ["orthogonal_high"] = t => init.orthogonal_(t),
        ["trunc_normal_"] = t => init.trunc_normal_(t, 0.5, 1, -1, 1.2),
        ["sparse_"] = t => init.sparse_(t, 0.3),
    };

    private static IEnumerable<string> Names => Fills.Keys;

    [TestCaseSource(nameof(Names))]
    public void Fill_OfSeed11_IsPythons(string name)
    {
        using var scope = NewDisposeScope();
        var expected = NNGolden.Inits.GetProperty(name);
        long[] shape = [.. expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        manual_seed(11);
        Tensor tensor = zeros(shape, float64).requires_grad_();
        Fills[name](tensor).Should().BeSameAs(tensor);
        tensor.is_leaf.Should().BeTrue();
        NNGolden.ShouldBe(tensor, expected, 1e-12, name);
    }

    [Test]
    public void Fills_AndPythons_AreTheSame() =>
        Names.Should().BeEquivalentTo(NNGolden.Inits.EnumerateObject().Select(one => one.Name));

    [Test]
    public void XavierUniform_OfManyWeights_HasItsVariance()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Tensor weights = init.xavier_uniform_(empty(400, 600, dtype: float64));
        weights.var().item<double>().Should().BeApproximately(2.0 / 1000, 2e-5);
        weights.abs().max().item<double>().Should().BeLessThanOrEqualTo(Math.Sqrt(6.0 / 1000));
    }

    [Test]
    public void CalculateGain_OfKinds_IsPythons()
    {
        init.calculate_gain(init.NonlinearityType.Linear).Should().Be(1);
        init.calculate_gain(init.NonlinearityType.Sigmoid).Should().Be(1);
        init.calculate_gain(init.NonlinearityType.Tanh).Should().BeApproximately(5.0 / 3, 1e-15);
        init.calculate_gain(init.NonlinearityType.ReLU).Should().BeApproximately(Math.Sqrt(2), 1e-15);
        init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.5).Should().BeApproximately(Math.Sqrt(1.6), 1e-15);
    }

    [Test]
    public void CalculateFan_OfVector_IsRefused()
    {
        using Tensor vector = zeros(3);
        FluentActions.Invoking(() => init.CalculateFanInAndFanOut(vector)).Should().Throw<ArgumentException>().WithMessage("*two dimensions*1*");
    }
}
