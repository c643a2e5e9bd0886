using Lagom.Evolution.Fitness;

namespace Lagom.Evolution.Tests.Fitness;

[TestFixture]
internal sealed class FitnessShaperTests
{
    private static double[] Shape(FitnessShaping shaping, params double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        return new FitnessShaper(shaping).Shape(values, order).ToArray();
    }

    [Test]
    public void CentredRanks_SpecExample_Matches() => Shape(FitnessShaping.CentredRanks, 3, 14, 1).Should().Equal(0, 0.5, -0.5);

    [Test]
    public void CentredRanks_One_IsZero() => Shape(FitnessShaping.CentredRanks, 3).Should().Equal(0);

    [Test]
    public void CentredRanks_Ties_ShareTheirRanks() => Shape(FitnessShaping.CentredRanks, 9, 2, 1, 1, 2).Should().Equal(0.5, 0.125, -0.375, -0.375, 0.125);

    [TestCase(FitnessShaping.CentredRanks)]
    [TestCase(FitnessShaping.NesUtilities)]
    public void Ranks_AllEqual_AreZero(FitnessShaping shaping) => Shape(shaping, 7, 7, 7, 7, 7).Should().Equal(0, 0, 0, 0, 0);

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
    public void Raw_Values_StayAsTheyAre() => Shape(FitnessShaping.Raw, 3, -1, 7).Should().Equal(3, -1, 7);

    [Test]
    public void Shape_AnotherCount_FitsIt()
    {
        var shaper = new FitnessShaper(FitnessShaping.CentredRanks);
        shaper.Shape([1, 2], [0, 1]).ToArray().Should().Equal(-0.5, 0.5);
        shaper.Shape([1, 2, 0], [2, 0, 1]).ToArray().Should().Equal(0, 0.5, -0.5);
    }

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
}
