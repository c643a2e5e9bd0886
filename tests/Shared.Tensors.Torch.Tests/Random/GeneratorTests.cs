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
}
