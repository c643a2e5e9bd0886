namespace L2L.Tests.Running;

public sealed class TrajectoryTests
{
    [Test]
    public void Set_DottedName_MakesGroups()
    {
        var group = new TrajectoryGroup();
        group.Set("sim.control.seed", 3L);
        group.Groups.Should().Equal("sim", "sim.control");
        group.Group("sim")["control.seed"].AsInteger().Should().Be(3);
        group["sim.control.seed"].AsInteger().Should().Be(3);
    }

    // The reference creates an empty group for every unknown name that is read.
    [Test]
    public void Read_UnknownName_ThrowsAndAddsNothing()
    {
        var group = new TrajectoryGroup();
        group.Set("sim.seed", 3L);
        group.Invoking(g => g["sim.sead"]).Should().Throw<KeyNotFoundException>().WithMessage("*Did you mean 'sim.seed'?");
        group.Invoking(g => g.Group("sin")).Should().Throw<KeyNotFoundException>().WithMessage("*no group 'sin'*");
        group.Invoking(g => g.SetInGroup("missing", "a", 1.0)).Should().Throw<KeyNotFoundException>().WithMessage("*no group 'missing'*");
        group.Groups.Should().Equal("sim");
    }

    [Test]
    public void Set_ValueAndGroupOfOneName_Throws()
    {
        var group = new TrajectoryGroup();
        group.Set("a.b", 1.0);
        group.Invoking(g => g.Set("a", 1.0)).Should().Throw<ArgumentException>().WithMessage("*'a' is a group*");
        group.Invoking(g => g.Set("a.b.c", 1.0)).Should().Throw<ArgumentException>().WithMessage("*'a.b' is a value*");
        group.Invoking(g => g.Set("a..c", 1.0)).Should().Throw<ArgumentException>().WithMessage("*joined by dots*");
    }

    [Test]
    public void Population_Empty_Throws() =>
        FluentActions.Invoking(() => new Population(3, [])).Should().Throw<ArgumentException>().WithMessage("*generation 3 is empty*");

    [Test]
    public void Weights_Bad_Throws()
    {
        FluentActions.Invoking(() => new FitnessWeights()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new FitnessWeights(0, 0)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new FitnessWeights(double.NaN)).Should().Throw<ArgumentException>().WithMessage("*NaN*");
        new FitnessWeights(-1, 2).Sum(new FitnessVector(3, 5)).Should().Be(7);
    }
}
