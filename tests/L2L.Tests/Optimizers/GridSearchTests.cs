using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class GridSearchTests
{
    [Test]
    public void Ask_RecordedGrids_GivesTheRecordedPointsInOrder()
    {
        foreach (JsonElement recorded in Golden.Read("grid_search.json").Items("cases"))
        {
            Dictionary<string, GridAxis> axes = recorded.GetProperty("grid").EnumerateObject()
                .ToDictionary(a => a.Name, a => new GridAxis(a.Value[0].GetDouble(), a.Value[1].GetDouble(), a.Value[2].GetInt32()));
            var space = new ParameterSpace(recorded.GetProperty("sample_individual").EnumerateObject()
                .Select(p => p.Value.ValueKind == JsonValueKind.Array ? (Parameter)new VectorParameter(p.Name, p.Value.GetArrayLength()) : new RealParameter(p.Name)));
            var optimizer = new GridSearch(new SearchProblem(space, new FitnessWeights(recorded.GetProperty("weights").Numbers())), new GridSearchOptions { Axes = axes });
            Population population = optimizer.Ask();
            population.Should().HaveCount(recorded.GetProperty("count").GetInt32());
            if (recorded.TryGetProperty("points_in_order", out JsonElement points) && points.ValueKind == JsonValueKind.Array)
            {
                foreach ((Individual individual, JsonElement point) in population.Zip(points.EnumerateArray()))
                    VectorCodec.Of(individual.Parameters).Flatten(individual.Parameters).ShouldBeClose(VectorCodec.Of(point.Set()).Flatten(point.Set()), 1e-12);
            }

            if (!recorded.TryGetProperty("fitness", out JsonElement fitness) || fitness.ValueKind != JsonValueKind.Array || fitness.GetArrayLength() != population.Count)
                continue;
            optimizer.Tell([.. population.Zip(fitness.EnumerateArray(), (i, f) => new Evaluation(i, f.GetDouble()))]);
            optimizer.StopReason.Should().Be(StopReason.Exhausted);
            OptimizerResult result = optimizer.End();
            result.Generations.Should().Be(1);
            VectorCodec codec = VectorCodec.Of(result.Best.Individual.Parameters);
            codec.Flatten(result.Best.Individual.Parameters).ShouldBeClose(codec.Flatten(recorded.GetProperty("best_individual").Set()), 1e-12);
            result.Best.Fitness.ToArray().ShouldBeClose(recorded.GetProperty("best_fitness").Numbers(), 1e-12);
        }
    }

    [Test]
    public void Ask_MixedParameters_TakesEveryChoiceAndInteger()
    {
        var space = new ParameterSpace(new CategoryParameter("kind", "a", "b"), new IntegerParameter("n", 1, 3),
            new RealParameter("rate", 1e-4, 1e-2, log: true) { Condition = ParameterCondition.When("kind", "b") });
        Population population = new GridSearch(new SearchProblem(space, FitnessWeights.Minimize), new GridSearchOptions { Steps = 2 }).Ask();
        population.Should().HaveCount(3 + 9);
        population.Where(i => i.Parameters.ContainsKey("rate")).Select(i => i.Parameters.Real("rate")).Distinct().ShouldBeClose([1e-4, 1e-3, 1e-2], 1e-12);
    }

    [Test]
    public void Construction_BadAxes_Throws()
    {
        Throws(new GridSearchOptions { Axes = new Dictionary<string, GridAxis> { ["x"] = new(0, 1, 2) } }).WithMessage("*axes for x; the parameters are coords*");
        Throws(new GridSearchOptions { Axes = new Dictionary<string, GridAxis> { ["coords"] = new(0, 3, 2) } }).WithMessage("*Axes[coords]*within the bounds*");
        Throws(new GridSearchOptions { Axes = new Dictionary<string, GridAxis> { ["coords"] = new(0, 1, 0) } }).WithMessage("*at least one step*");
        Throws(new GridSearchOptions { Steps = 2000 }).WithMessage("*number of grid points is 4004001*MaxPoints*");

        static FluentAssertions.Specialized.ExceptionAssertions<ArgumentException> Throws(GridSearchOptions options) =>
            FluentActions.Invoking(() => new GridSearch(Quick.Problem(), options)).Should().Throw<ArgumentException>();
    }
}
