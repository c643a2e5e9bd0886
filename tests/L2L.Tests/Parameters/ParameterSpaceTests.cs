namespace L2L.Tests.Parameters;

internal enum Activation
{
    Relu,
    Tanh,
}

internal sealed record NetworkParameters(
    [Real(1e-5, 1e-1, Log = true, Name = "training.rate")] double Rate,
    [Integer(1, 64)] int Hidden,
    Activation Activation,
    bool Bias,
    [Vector(3, -1, 1)] double[] Offsets,
    [Real(0, 1), When("Activation", "Relu")] double Leak = 0.25);

public sealed class ParameterSpaceTests
{
    private static readonly ParameterSpace<NetworkParameters> Space = ParameterRecord.Space<NetworkParameters>();

    [Test]
    public void Space_OfRecord_HasTheAttributesDomains()
    {
        Space.Parameters.Select(p => p.Name).Should().Equal("Activation", "Bias", "Hidden", "Leak", "Offsets", "training.rate");
        Space["training.rate"].Should().Be(new RealParameter("training.rate", 1e-5, 1e-1, log: true));
        Space.Dimension.Should().Be(8);
        Space.HasConditions.Should().BeTrue();
    }

    [Test]
    public void Equals_SameDescriptionMadeTwice_IsTrue()
    {
        ParameterRecord.Space<NetworkParameters>().Parameters.Should().Equal(Space.Parameters);
        var choice = new CategoryParameter("kind", "a", "b") { Condition = ParameterCondition.When("layers", "1", "2") };
        choice.Should().Be(new CategoryParameter("kind", "a", "b") { Condition = ParameterCondition.When("layers", "1", "2") });
        choice.GetHashCode().Should().Be(new CategoryParameter("kind", "a", "b") { Condition = ParameterCondition.When("layers", "1", "2") }.GetHashCode());
        choice.Should().NotBe(new CategoryParameter("kind", "b", "a") { Condition = choice.Condition });
        choice.Should().NotBe(new CategoryParameter("kind", "a", "b") { Condition = ParameterCondition.When("layers", "1") });
        choice.Should().NotBe(new CategoryParameter("kind", "a", "b"));
    }

    [TestCase(2, double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity, 2)]
    public void Sample_OneBound_IsSpreadBeyondIt(double lower, double upper)
    {
        var parameter = new RealParameter("x", lower, upper);
        var random = new RandomStream(1);
        double[] distances = [.. Enumerable.Range(0, 2000).Select(_ => Math.Abs(parameter.Sample(random).AsReal() - 2))];
        distances.Should().OnlyHaveUniqueItems("half of them on the bound would be no spread");
        distances.Average().Should().BeApproximately(Math.Sqrt(2 / Math.PI), 0.05);
    }

    [Test]
    public void Sample_ManyTimes_StaysInTheDomainsAndMapsToRecords()
    {
        var random = new RandomStream(1);
        for (int i = 0; i < 500; i++)
        {
            ParameterSet set = Space.Sample(random);
            Space.Validate(set);
            NetworkParameters record = Space.Create(set);
            Space.Read(record).ShouldBe(set);
            record.Rate.Should().BeInRange(1e-5, 1e-1);
            set.ContainsKey("Leak").Should().Be(record.Activation == Activation.Relu);
            if (record.Activation == Activation.Tanh)
                record.Leak.Should().Be(0.25);
        }
    }

    [Test]
    public void Sample_Integer_GivesEveryValueAlike()
    {
        var parameter = new IntegerParameter("n", 1, 4);
        var random = new RandomStream(2);
        long[] drawn = [.. Enumerable.Range(0, 8000).Select(_ => parameter.Sample(random).AsInteger())];
        for (int value = 1; value <= 4; value++)
            drawn.Count(x => x == value).Should().BeInRange(1850, 2150);
    }

    [Test]
    public void EncodeDecode_ValidSet_ComesBack()
    {
        var random = new RandomStream(3);
        for (int i = 0; i < 200; i++)
        {
            ParameterSet set = Space.Sample(random);
            ParameterSet back = Space.Decode(Space.Encode(set));
            back.With("training.rate", 1.0).ShouldBe(set.With("training.rate", 1.0));
            back.Real("training.rate").Should().BeApproximately(set.Real("training.rate"), 1e-12);
        }
    }

    [Test]
    public void Decode_BeyondBounds_IsOnThem()
    {
        double[] far = [.. Enumerable.Repeat(1e9, Space.Dimension)];
        ParameterSet set = Space.Decode(far);
        Space.Validate(set);
        set.Integer("Hidden").Should().Be(64);
        set.Text("Activation").Should().Be("Tanh");
    }

    [Test]
    public void Validate_BadSets_NamesTheParameter()
    {
        ParameterSet good = Space.Sample(new RandomStream(4)).With("Activation", "Relu").With("Leak", 0.5);
        Space.Validate(good);
        Throws(good.With("Hidden", 65L)).WithMessage("*'Hidden' is 65*[1, 64]*");
        Throws(good.With("Hidden", 6.5)).WithMessage("*'Hidden' is 6.5*");
        Throws(good.With("Offsets", new double[] { 0, 0 })).WithMessage("*'Offsets'*vector of 3*");
        Throws(good.With("Activation", "Tanh")).WithMessage("*'Leak' must not be there*");
        Throws(good.With("more", 1)).WithMessage("*no parameter 'more'*");
        Throws(new ParameterSet(("Hidden", 3L))).WithMessage("*'Activation' is missing*");
        Throws(good.With("training.rate", double.NaN)).WithMessage("*training.rate*");

        static FluentAssertions.Specialized.ExceptionAssertions<ArgumentException> Throws(ParameterSet set) =>
            FluentActions.Invoking(() => Space.Validate(set)).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Construction_BadDefinitions_Throws()
    {
        FluentActions.Invoking(() => new ParameterSpace()).Should().Throw<ArgumentException>().WithMessage("*at least one*");
        FluentActions.Invoking(() => new RealParameter("a", 1, 0)).Should().Throw<ArgumentException>().WithMessage("*[1, 0]*");
        FluentActions.Invoking(() => new RealParameter("a", 0, 1, log: true)).Should().Throw<ArgumentException>().WithMessage("*positive*");
        FluentActions.Invoking(() => new RealParameter("a..b")).Should().Throw<ArgumentException>().WithMessage("*joined by dots*");
        FluentActions.Invoking(() => new CategoryParameter("a", "x", "x")).Should().Throw<ArgumentException>().WithMessage("*all different*");
        FluentActions.Invoking(() => new ParameterSpace(new RealParameter("a"), new RealParameter("a"))).Should().Throw<ArgumentException>().WithMessage("*'a' is there twice*");
        var onMissing = new RealParameter("a") { Condition = ParameterCondition.When("b", "1") };
        FluentActions.Invoking(() => new ParameterSpace(onMissing)).Should().Throw<ArgumentException>().WithMessage("*'b', which is not in the space*");
        var first = new IntegerParameter("a", 0, 1) { Condition = ParameterCondition.When("b", "1") };
        var second = new IntegerParameter("b", 0, 1) { Condition = ParameterCondition.When("a", "1") };
        FluentActions.Invoking(() => new ParameterSpace(first, second)).Should().Throw<ArgumentException>().WithMessage("*circle*");
    }

    [Test]
    public void Indexer_UnknownName_SuggestsTheNearest() =>
        FluentActions.Invoking(() => Space["Hiden"]).Should().Throw<KeyNotFoundException>().WithMessage("*Did you mean 'Hidden'?");
}
