using FsCheck;
using FsCheck.Fluent;
using Lagom.Evolution.Fitness;

namespace Lagom.Evolution.Tests.Fitness;

[TestFixture]
internal sealed class FitnessShaperTests
{
    private static double[] Shape(FitnessShaping shaping, params double[] values)
    {
        var weights = new double[values.Length];
        new FitnessShaper(shaping, values.Length).Shape(values, weights);
        return weights;
    }

    [Test]
    public void CentredRanks_SpecExample_Matches() => Shape(FitnessShaping.CentredRanks, 3, 14, 1).Should().Equal(0, 0.5, -0.5);

    [Test]
    public void CentredRanks_One_IsZero() => Shape(FitnessShaping.CentredRanks, 3).Should().Equal(0);

    [Test]
    public void CentredRanks_Ties_KeepTheirOrderAndNaNIsLast() =>
        Shape(FitnessShaping.CentredRanks, double.NaN, 2, 2, double.NegativeInfinity, 2).Should().Equal(0.5, -0.25, 0, -0.5, 0.25);

    [Test]
    public void ZScore_Values_HaveMeanZeroAndDeviationOne()
    {
        double[] weights = Shape(FitnessShaping.ZScore, 1, 2, 3, 10);
        weights.Sum().Should().BeApproximately(0, 1e-12);
        weights.Sum(w => w * w).Should().BeApproximately(4, 1e-6);
    }

    [Test]
    public void ZScore_AllEqual_IsZero() => Shape(FitnessShaping.ZScore, 5, 5, 5).Should().Equal(0, 0, 0);

    [Test]
    public void Raw_FailedValues_CountAsTheWorst() =>
        Shape(FitnessShaping.Raw, 1, double.NaN, 7, double.PositiveInfinity, double.NegativeInfinity).Should().Equal(1, 7, 7, 7, 1);

    [Test]
    public void Raw_AllFailed_IsZero() => Shape(FitnessShaping.Raw, double.NaN, double.PositiveInfinity).Should().Equal(0, 0);

    [Test]
    public void NesUtilities_FourValues_MatchTheFormula()
    {
        // ln(3) - ln(k): 1.0986, 0.4055, 0, 0; as a descent and less 1/4.
        double sum = Math.Log(3) + Math.Log(1.5);
        double[] expected = [0.25, 0.25 - Math.Log(3) / sum, 0.25, 0.25 - Math.Log(1.5) / sum];
        double[] weights = Shape(FitnessShaping.NesUtilities, 30, 1, 20, 10);
        for (int i = 0; i < 4; i++)
            weights[i].Should().BeApproximately(expected[i], 1e-15);
    }

    [Test]
    public void StableOrder_AnyValues_SameAsLinq() => Prop.ForAll<NonEmptyArray<int>>(drawn =>
    {
        double[] values = [.. drawn.Get.Select(v => (double)(v % 5))];
        var order = new int[values.Length];
        StableOrder.Sort(values, new double[values.Length], order);
        order.Should().Equal(Enumerable.Range(0, values.Length).OrderBy(i => values[i]));
    }).QuickCheckThrowOnFailure();
}
