using System.Text.Json;

namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class MonomialTableTests
{
    [Test]
    public void CountOf_GoldenTable_Equals()
    {
        foreach (JsonElement row in Golden.Read("polynomial.json").GetProperty("n_coef").EnumerateArray())
        {
            MonomialTable.CountOf(row.GetProperty("n").GetInt32(), row.GetProperty("delta").GetInt32())
                .Should().Be(row.GetProperty("value").GetInt32());
        }
    }

    [TestCase(1, 0, 1), TestCase(2, 0, 1), TestCase(8, 0, 1), TestCase(1, 1, 2), TestCase(2, 1, 3), TestCase(8, 1, 9)]
    [TestCase(1, 2, 3), TestCase(2, 2, 6), TestCase(20, 2, 231)]
    public void CountOf_KnownCases_Equals(int dimension, int degree, int expected) =>
        MonomialTable.CountOf(dimension, degree).Should().Be(expected);

    [Test]
    public void CountOf_BeyondIntegers_Saturates() => MonomialTable.CountOf(100_000, 6).Should().Be(int.MaxValue);

    [Test]
    public void Exponents_GoldenCases_HaveOrderAndValues()
    {
        foreach (JsonElement row in Golden.Read("polynomial.json").GetProperty("monomials").EnumerateArray())
        {
            double[] x = row.GetProperty("x").Numbers();
            MonomialTable table = new(x.Length, row.GetProperty("delta").GetInt32());
            int[][] expected = [.. row.GetProperty("exponents").EnumerateArray().Select(e => e.Integers())];
            table.Count.Should().Be(expected.Length);
            for (int i = 0; i < table.Count; i++)
                table.Exponents(i).ToArray().Should().Equal(expected[i]);
            Values(table, x).Should().BeEquivalentTo(
                row.GetProperty("values").Numbers(), o => o.WithStrictOrdering().Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1e-12 * (1 + Math.Abs(c.Expectation)))).WhenTypeIs<double>());
        }
    }

    [TestCase(new double[] { 1 }, 1, new double[] { 1 })]
    [TestCase(new double[] { 1, 2 }, 1, new double[] { 1, 2 })]
    [TestCase(new double[] { 2 }, 2, new double[] { 4 })]
    [TestCase(new double[] { 1, 2 }, 2, new double[] { 1, 2, 4 })]
    [TestCase(new double[] { 1, 2, 3 }, 2, new double[] { 1, 2, 3, 4, 6, 9 })]
    [TestCase(new double[] { 2 }, 3, new double[] { 8 })]
    [TestCase(new double[] { 1, 2 }, 3, new double[] { 1, 2, 4, 8 })]
    [TestCase(new double[] { 2, 3 }, 3, new double[] { 8, 12, 18, 27 })]
    public void Monomials_OfExactlyOneDegree_AreTheKnownOnes(double[] x, int degree, double[] expected)
    {
        MonomialTable table = new(x.Length, degree);
        Values(table, x)[table.CountUpTo(degree - 1)..].Should().BeEquivalentTo(expected);
    }

    [TestCase(1), TestCase(2), TestCase(8)]
    public void Monomials_OfDegreeOne_AreOneAndTheVariables(int dimension)
    {
        double[] x = [.. Enumerable.Range(0, dimension).Select(i => (double)i)];
        Values(new MonomialTable(dimension, 0), x).Should().Equal(1.0);
        Values(new MonomialTable(dimension, 1), x).Should().BeEquivalentTo([1.0, .. x]);
    }

    private static double[] Values(MonomialTable table, double[] x)
    {
        var values = new double[table.Count];
        values[0] = 1;
        for (int i = 1; i < values.Length; i++)
            values[i] = values[table.Parents[i]] * x[table.Variables[i]];
        return values;
    }
}
