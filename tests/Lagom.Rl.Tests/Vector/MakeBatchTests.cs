namespace Lagom.Rl.Tests;

public sealed class MakeBatchTests
{
    private readonly EnvironmentRegistry _registry = new();

    [Test]
    public void MakeBatch_ClassicControl_IsTheSimdForm() =>
        _registry.MakeBatch("CartPole-v1", 4).Should().BeOfType<CartPoleBatch>().Which.Count.Should().Be(4);

    [TestCase("FrozenLake-v1", 16)]
    [TestCase("Blackjack-v1", 32 + 11 + 2)]
    [TestCase("Bandit-v0", 1)]
    public void MakeBatch_AnyDiscreteEnvironment_GivesFlatRows(string id, int size)
    {
        var batch = (IEnvironmentBatch<int>)_registry.MakeBatch(id, 3);
        batch.Reset(seed: 1);
        batch.Step([0, 1, 1]);

        batch.ObservationSpace.FlatDimension.Should().Be(size);
        batch.Observations.Length.Should().Be(3 * size);
        foreach (float number in batch.Observations)
            number.Should().BeOneOf(0, 1);
    }

    [Test]
    public void MakeBatch_TimeLimit_CutsAndKeepsTheFinalObservation()
    {
        var batch = (IEnvironmentBatch<float>)_registry.MakeBatch("LinearQuadratic-v0", 2);
        IEnvironment<float[], float[]> single = _registry.Make<float[], float[]>("LinearQuadratic-v0");
        batch.Reset(seed: 7);
        single.Reset(seed: 8);
        float[] last = [];
        for (int i = 0; i < 200; i++)
        {
            batch.Truncated[1].Should().BeFalse();
            batch.Step([0.1f, -0.2f]);
            last = single.Step([-0.2f]).Observation;
        }

        batch.Truncated[1].Should().BeTrue();
        batch.HasFinalObservation[1].Should().BeTrue();
        batch.FinalObservations[2..].ToArray().Should().Equal(last);
        batch.Observations[2..].ToArray().Should().NotEqual(last);
    }

    [Test]
    public void Step_WrongNumberOfActions_SaysSo()
    {
        var batch = (IEnvironmentBatch<int>)_registry.MakeBatch("Taxi-v3", 2);
        batch.Reset(seed: 1);
        batch.Invoking(b => b.Step([0])).Should().Throw<ArgumentException>().WithMessage("*1 elements*2 copies*");
    }
}
