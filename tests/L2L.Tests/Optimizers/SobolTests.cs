using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class SobolTests
{
    [Test]
    public void Point_RecordedNumbers_AreTheRecordedOnes()
    {
        JsonElement recorded = Golden.Read("sobol.json");
        int[] coordinates = [.. recorded.Items("coordinates").Select(c => c.GetInt32())];
        var sequence = new SobolSequence(128, null);
        double[][] points = recorded.GetProperty("points").Rows();
        for (int n = 0; n < points.Length; n++)
            coordinates.Select(c => sequence.Point(n)[c]).Should().Equal(points[n]);
    }

    [Test]
    public void Ask_Scrambled_HasOnePointInEachInterval()
    {
        Population population = new SobolSearch(Quick.Problem("Ackley10d"), new SobolSearchOptions { PopulationSize = 64, Seed = 2 }).Ask();
        for (int i = 0; i < 10; i++)
            population.Select(p => (int)Math.Floor((p.Parameters.Vector("coords")[i] + 2) * 16)).Distinct().Should().HaveCount(64);
    }

    [Test]
    public void Construction_TooManyCoordinates_Throws()
    {
        var problem = new SearchProblem(new ParameterSpace(new VectorParameter("x", 129, 0, 1)), FitnessWeights.Minimize);
        FluentActions.Invoking(() => new SobolSearch(problem)).Should().Throw<ArgumentException>().WithMessage("dimension is 129*1 to 128*");
    }
}
