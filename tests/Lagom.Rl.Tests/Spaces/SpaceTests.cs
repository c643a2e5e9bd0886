namespace Lagom.Rl.Tests;

public sealed class SpaceTests
{
    private static readonly Space[] Spaces =
    [
        new Discrete(5), new Discrete(3, start: -1), new Box(-1, 2, 2, 3), new Box([0, float.NegativeInfinity], [1, float.PositiveInfinity]),
        new Box([0, float.NegativeInfinity], [float.PositiveInfinity, 0]),
        new MultiDiscrete(2, 3, 4), new MultiBinary(4),
        new TupleSpace(new Discrete(3), new Box(0, 1, 2)),
        new DictSpace(new Dictionary<string, Space> { ["b"] = new Discrete(2), ["a"] = new MultiBinary(3) }),
    ];

    [TestCaseSource(nameof(Spaces))]
    public void Sample_AnySpace_IsContainedRepeatableAndSurvivesFlattening(Space space)
    {
        var random = new RandomStream(1);
        for (int i = 0; i < 50; i++)
        {
            var again = new RandomStream(random.State);
            object value = space.SampleValue(random);
            space.ContainsValue(value).Should().BeTrue();
            space.SampleValue(again).Should().BeEquivalentTo(value);
            var flat = new float[space.FlatDimension];
            space.FlattenValue(value, flat);
            space.UnflattenValue(flat).Should().BeEquivalentTo(value, options => options.WithStrictOrdering());
        }
    }

    [TestCaseSource(nameof(Spaces))]
    public void Flatten_WrongLengthOrType_IsNamed(Space space)
    {
        object value = space.SampleValue(new RandomStream(1));
        space.Invoking(s => s.FlattenValue(value, new float[space.FlatDimension + 1])).Should().Throw<ArgumentException>().WithMessage($"*{space.FlatDimension}*");
        space.Invoking(s => s.UnflattenValue(new float[space.FlatDimension + 1])).Should().Throw<ArgumentException>();
        space.Invoking(s => s.FlattenValue("text", new float[space.FlatDimension])).Should().Throw<ArgumentException>().WithMessage("*String*");
        space.ContainsValue("text").Should().BeFalse();
    }

    [Test]
    public void FlatDimension_OfParts_IsTheirSum() =>
        Spaces.Select(space => space.FlatDimension).Should().Equal(5, 3, 6, 2, 2, 9, 4, 5, 5);

    [Test]
    public void Contains_ValuesOutside_AreRefused()
    {
        new Discrete(3).Contains(3).Should().BeFalse();
        new Discrete(3, start: 2).Contains(1).Should().BeFalse();
        new Box(0, 1, 2).Contains([0, float.NaN]).Should().BeFalse();
        new Box(0, 1, 2).Contains([0, 1.1f]).Should().BeFalse();
        new Box(0, 1, 2).Contains([0]).Should().BeFalse();
        new MultiDiscrete(2, 3).Contains([1, 3]).Should().BeFalse();
        new MultiBinary(2).Contains([true]).Should().BeFalse();
        new TupleSpace(new Discrete(2), new Discrete(2)).Contains([0, 2]).Should().BeFalse();
        new DictSpace(new Dictionary<string, Space> { ["a"] = new Discrete(2) }).Contains(new Dictionary<string, object> { ["b"] = 0 }).Should().BeFalse();
    }

    [Test]
    public void Flatten_DictAndTuple_AreInOrder()
    {
        var flat = new float[5];
        new DictSpace(new Dictionary<string, Space> { ["b"] = new Discrete(2), ["a"] = new MultiBinary(3) })
            .Flatten(new Dictionary<string, object> { ["b"] = 1, ["a"] = new[] { true, false, true } }, flat);
        flat.Should().Equal(1, 0, 1, 0, 1);
        new TupleSpace(new Discrete(3), new Box(0, 1, 2)).Flatten([1, new[] { 0.25f, 0.5f }], flat);
        flat.Should().Equal(0, 1, 0, 0.25f, 0.5f);
    }

    [Test]
    public void Construct_BadArguments_AreNamed()
    {
        FluentActions.Invoking(() => new Discrete(0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*count*");
        FluentActions.Invoking(() => new Box([1], [0])).Should().Throw<ArgumentException>().WithMessage("*low 1*high 0*");
        FluentActions.Invoking(() => new Box([float.NaN], [0])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Box([1], [2, 3])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Box(0, 1, 2, 0)).Should().Throw<ArgumentException>().WithMessage("*2, 0*");
        FluentActions.Invoking(() => new MultiDiscrete(2, 0)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new MultiBinary(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new TupleSpace()).Should().Throw<ArgumentException>();
    }
}
