using TorchSharp;
using static TorchSharp.torch.distributions;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>Sets: what is in them.</summary>
public sealed class ConstraintTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case(constraints.real, [-1, double.NaN, double.PositiveInfinity], true, false, true);
        yield return Case(constraints.positive, [-1, 0, 0.1, double.NaN], false, false, true, false);
        yield return Case(constraints.nonnegative, [-1, 0, 0.1], false, true, true);
        yield return Case(constraints.boolean, [0, 1, 0.5], true, true, false);
        yield return Case(constraints.unit_interval, [-0.1, 0, 1, 1.1], false, true, true, false);
        yield return Case(constraints.less_than(2), [1, 2, 3], true, false, false);
        yield return Case(constraints.half_open_interval(0, 1), [0, 0.5, 1], true, true, false);
        yield return Case(constraints.nonnegative_integer, [-1, 0, 2, 2.5], false, true, true, false);
        yield return Case(constraints.positive_integer, [0, 1], false, true);
        yield return Case(constraints.integer_interval(1, 3), [0, 1, 3, 4, 1.5], false, true, true, false, false);
        yield return Rows(constraints.simplex, 2, [0.4, 0.6, 0.4, 0.5, -0.5, 1.5], true, false, false);
        yield return Rows(constraints.one_hot, 2, [0, 1, 1, 1, 0.5, 0.5], true, false, false);
        yield return Rows(constraints.multinomial(3), 2, [1, 2, 3, 1, -1, 4], true, false, false);
        yield return Rows(constraints.real_vector, 2, [1, 2, 3, double.NaN], true, false);
        yield return Rows(constraints.stack([constraints.positive, constraints.real], -1), 2, [1, -2, -3, 1], true, true, false, true);
        yield return Matrices(constraints.lower_triangular, [1, 0, 2, -1, 1, 3, 0, 1], true, false);
        yield return Matrices(constraints.lower_cholesky, [1, 0, 2, 1, 1, 0, 3, -1], true, false);
        yield return Matrices(constraints.symmetric, [1, 2, 2, -1, 1, 3, 0, 1], true, false);
        yield return Matrices(constraints.positive_definite, [2, 1, 1, 2, 1, 2, 2, 1], true, false);
        yield return Matrices(constraints.positive_semidefinite, [1, 1, 1, 1, 1, 2, 2, 1], true, false);
        yield return Matrices(constraints.corr_cholesky, [1, 0, 0.6, 0.8, 1, 0, 0.6, 0.9], true, false);

        static TestCaseData Case(constraints.Constraint set, double[] values, params bool[] inside) =>
            new TestCaseData(set, values, new long[] { -1 }, inside).SetArgDisplayNames(set.ToString());
        static TestCaseData Rows(constraints.Constraint set, long size, double[] values, params bool[] inside) =>
            new TestCaseData(set, values, new[] { -1, size }, inside).SetArgDisplayNames(set.ToString());
        static TestCaseData Matrices(constraints.Constraint set, double[] values, params bool[] inside) =>
            new TestCaseData(set, values, new long[] { -1, 2, 2 }, inside).SetArgDisplayNames(set.ToString());
    }

    [TestCaseSource(nameof(Cases))]
    public void Check_OfValues_SaysWhichAreInside(constraints.Constraint set, double[] values, long[] shape, bool[] inside)
    {
        using var scope = torch.NewDisposeScope();
        set.check(torch.tensor(values).reshape(shape)).flatten().ToArray<bool>().Should().Equal(inside);
    }

    [Test]
    public void Properties_OfSets_AreTheirs()
    {
        constraints.simplex.event_dim.Should().Be(1);
        constraints.positive_definite.event_dim.Should().Be(2);
        constraints.boolean.is_discrete.Should().BeTrue();
        constraints.independent(constraints.simplex, 2).event_dim.Should().Be(3);
        constraints.cat([constraints.real, constraints.boolean]).is_discrete.Should().BeTrue();
        constraints.interval(0, 1.5).ToString().Should().Be("Interval(lower_bound=0, upper_bound=1.5)");
        FluentActions.Invoking(() => constraints.dependent.check(torch.tensor(1.0))).Should().Throw<NotSupportedException>();
    }
}
