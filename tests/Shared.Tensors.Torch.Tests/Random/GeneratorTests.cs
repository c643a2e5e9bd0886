using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Random;

[NonParallelizable]
public sealed class GeneratorTests
{
    [Test]
    public void ManualSeed_Repeated_GivesTheSameNumbers()
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(7).Dispose();
        float[] first = torch.randn(5).ToArray<float>();
        float[] second = torch.randn(5).ToArray<float>();
        torch.manual_seed(7).Dispose();
        torch.randn(5).ToArray<float>().Should().Equal(first).And.NotEqual(second);
    }

    [Test]
    public void Rand_AfterManualSeed_GivesPythonsNumbers()
    {
        using var generator = new torch.Generator(42);
        using torch.Tensor drawn = torch.rand(3, generator: generator);
        drawn.ToArray<float>().Should().Equal(0.88226926f, 0.91500396f, 0.38286376f);
    }

    [Test]
    public void State_Restored_RepeatsTheDraws()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(3);
        torch.rand(4, generator: generator);
        torch.Tensor state = generator.get_state();
        float[] first = torch.rand(4, generator: generator).ToArray<float>();
        generator.set_state(state);
        torch.rand(4, generator: generator).ToArray<float>().Should().Equal(first);
        generator.initial_seed().Should().Be(3);
    }

    [Test]
    public void Integers_AreInRangeAndOrdersComplete()
    {
        using var scope = torch.NewDisposeScope();
        torch.randint(3, 9, [1000]).ToArray<long>().Should().OnlyContain(value => value >= 3 && value < 9).And.Contain(3).And.Contain(8);
        torch.randperm(50).ToArray<long>().Should().BeEquivalentTo(Enumerable.Range(0, 50).Select(value => (long)value));
    }

    [Test]
    public void Draws_InPlaceAndByWeights_FollowTheirDistributions()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(11);
        torch.Tensor t = torch.zeros(20_000, torch.float64);
        t.uniform_(2, 4, generator).ToArray<double>().Should().OnlyContain(value => value >= 2 && value < 4);
        t.mean().item<double>().Should().BeApproximately(3, 0.03);
        t.normal_(5, 2, generator).std().item<double>().Should().BeApproximately(2, 0.06);
        t.mean().item<double>().Should().BeApproximately(5, 0.08);
        t.bernoulli_(0.25, generator).mean().item<double>().Should().BeApproximately(0.25, 0.02);
        torch.full(20_000, 0.75, torch.float64).bernoulli(generator).mean().item<double>().Should().BeApproximately(0.75, 0.02);
        torch.tensor(new[] { 0.0, 1, 3 }).multinomial(1000, replacement: true, generator).ToArray<long>()
            .Should().NotContain(0).And.Contain(1).And.Contain(2);
        torch.normal(torch.zeros(20_000), torch.full(20_000, 3.0), generator).std().item<float>().Should().BeApproximately(3, 0.1f);
    }
}
