using Shared.Tensors.NumPy;

namespace Shared.Tensors.Tests.NumPy;

public sealed class NpyArrayTests
{
    [Test]
    public void Create_WithoutShape_IsVector()
    {
        NpyArray array = NpyArray.Create([1f, 2f, 3f]);

        array.Shape.Should().Equal(3);
        array.Rank.Should().Be(1);
        array.Length.Should().Be(3);
        array.ElementType.Should().Be(NpyElementType.Single);
        array.ToString().Should().Be("float32 (3,)");
    }

    [Test]
    public void Create_EmptyShape_IsScalar()
    {
        NpyArray array = NpyArray.Create([42L], []);

        array.Rank.Should().Be(0);
        array.Length.Should().Be(1);
        array.ToString().Should().Be("int64 ()");
    }

    [Test]
    public void AsSpan_OfCreated_SharesTheData()
    {
        double[] data = [1, 2, 3, 4];
        NpyArray array = NpyArray.Create(data, 2, 2);
        data[3] = 9;

        array.AsSpan<double>()[3].Should().Be(9);
        array.ToArray<double>().Should().NotBeSameAs(data).And.Equal(1, 2, 3, 9);
    }

    [TestCase(new[] { 2, 2 })]
    [TestCase(new[] { 4 })]
    [TestCase(new int[0])]
    [TestCase(new[] { 0, 3 })]
    [TestCase(new[] { int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue })]
    [TestCase(new[] { 65536, 65536, 65536, 65536, 3 })]
    public void Create_ShapeThatDoesNotFit_Throws(int[] shape)
    {
        FluentActions.Invoking(() => NpyArray.Create([1.0, 2.0, 3.0], shape)).Should().Throw<ArgumentException>()
            .WithParameterName("shape").WithMessage("*3 elements*");
    }

    [Test]
    public void Create_BadShapeOrType_Throws()
    {
        FluentActions.Invoking(() => NpyArray.Create([1.0], -1, -1)).Should().Throw<ArgumentException>().WithMessage("*negative*");
        FluentActions.Invoking(() => NpyArray.Create([1.0], new int[65])).Should().Throw<ArgumentException>().WithMessage("*65 axes*");
        FluentActions.Invoking(() => NpyArray.Create([(byte)1])).Should().Throw<ArgumentException>().WithMessage("*Byte*float64*");
        FluentActions.Invoking(() => NpyArray.Create<double>(null!)).Should().Throw<ArgumentNullException>();
    }

    [Test]
    public void AsSpan_OtherType_NamesBoth()
    {
        FluentActions.Invoking(() => NpyArray.Create([1f]).ToArray<double>()).Should().Throw<InvalidOperationException>()
            .WithMessage("*float32, not float64*");
        FluentActions.Invoking(() => NpyArray.Create([1]).ToArray<uint>()).Should().Throw<InvalidOperationException>();
    }
}
