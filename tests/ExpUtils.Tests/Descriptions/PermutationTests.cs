using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExpUtils.Tests.Descriptions;

[TestFixture]
public sealed class PermutationTests
{
    private static IEnumerable<TestCaseData> Cases() =>
        Golden.Read("permutations.json").Items("cases").Select(item => new TestCaseData(item).SetArgDisplayNames(item.Text("label")));

    [TestCaseSource(nameof(Cases))]
    public void GetPermutation_LibraryOrder_MatchesTheReference(JsonElement golden)
    {
        ExperimentDescription experiment = Experiment(golden, PermutationOrder.FirstPathFastest);
        experiment.NumPermutations.Should().Be(golden.Integer("num_permutations"));
        foreach (JsonElement expected in golden.Items("permutations"))
        {
            Permutation actual = experiment.GetPermutation(expected.Integer("idx"));
            actual.Run.Should().Be(expected.Integer("run"));
            actual.Parameters.ToString().Should().Be(expected.Text("params_string"));
            ShouldBe(actual.Parameters.ToJson(), expected.GetProperty("params"));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void GetPermutation_DocumentedOrder_MatchesTheReference(JsonElement golden)
    {
        ExperimentDescription experiment = Experiment(golden, PermutationOrder.LastPathFastest);
        foreach (JsonElement expected in golden.Items("permutations"))
        {
            Permutation actual = experiment.GetPermutation(expected.Integer("idx"));
            ShouldBe(actual.Parameters.ToJson(), expected.GetProperty("documented_order_params"));
            experiment.Sweep.IndexOf(actual.Parameters).Should().BeLessThanOrEqualTo(expected.Integer("idx") % experiment.NumPermutations);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Parameters_OfEveryCase_MatchTheReference(JsonElement golden)
    {
        ExperimentDescription experiment = Experiment(golden, PermutationOrder.LastPathFastest);
        JsonElement[] expected = [.. golden.Items("sweep_paths_in_order")];
        experiment.Sweep.Parameters.Select(parameter => parameter.Path).Should().Equal(expected.Select(pair => pair[0].GetString()));
        for (int i = 0; i < expected.Length; i++)
        {
            experiment.Sweep.Parameters[i].Values.Select(value => value.Text)
                .Should().Equal(expected[i][1].EnumerateArray().Select(value => ParameterValue.From(value).Text));
        }

        if (golden.TryGetProperty("header", out JsonElement header))
        {
            List<(string Name, ParameterValue Value)> cells = experiment.GetParameters(0).Flat();
            cells.Select(cell => cell.Name).Should().Equal(header.EnumerateArray().Select(name => name.GetString()));
            cells.Select(cell => cell.Value).Should().Equal(golden.Items("header_values_idx0").Select(ParameterValue.From));
        }
    }

    [Test]
    public void GetPermutation_ListOfTwelveObjects_KeepsAllInOrder()
    {
        string items = string.Join(", ", Enumerable.Range(0, 12).Select(i => $$"""{"u": {{i * 10}}}"""));
        var experiment = ExperimentDescription.Parse($$"""{"metaParameters": {"layers": [{{items}}], "a": [1, 2]} }""");
        JsonArray layers = experiment.GetParameters(1).ToJson()["layers"]!.AsArray();
        layers.Select(layer => (int)layer!["u"]!).Should().Equal(Enumerable.Range(0, 12).Select(i => i * 10));
        experiment.Sweep.Parameters.Select(parameter => parameter.Name).Should().Equal(
            ["a", .. Enumerable.Range(0, 12).Select(i => $"layers.[{i}].u")]);
    }

    [Test]
    public void GetPermutation_EmptyListAndObject_AreOneValueEach()
    {
        var experiment = ExperimentDescription.Parse("""{"metaParameters": {"hidden": [], "extra": {}, "alpha": [1, 2]}}""");
        experiment.NumPermutations.Should().Be(2);
        experiment.GetParameters(1).ToJson().ToJsonString().Should().Be("""{"hidden":[],"extra":{},"alpha":2}""");
        experiment.GetParameters(1).ToString().Should().Be("alpha-2");
    }

    [Test]
    public void GetPermutation_KeysWithDotsAndBrackets_KeepTheirPlace()
    {
        var experiment = ExperimentDescription.Parse("""{"metaParameters": {"a.b": [1, 2], "c": {"[0]": [3, 4]}}}""");
        experiment.NumPermutations.Should().Be(4);
        experiment.GetParameters(3).ToJson().ToJsonString().Should().Be("""{"a.b":2,"c":{"[0]":4}}""");
    }

    [Test]
    public void GetPermutation_NegativeIndex_Throws()
    {
        var experiment = ExperimentDescription.Parse("""{"metaParameters": {"alpha": [1, 2]}}""");
        FluentActions.Invoking(() => experiment.GetPermutation(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => experiment.GetRun(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => experiment.InterpolateSavePath(-1, "x")).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void ToDocument_OfAnIndex_ReplacesTheSweptObjectsOnly()
    {
        var experiment = ExperimentDescription.Parse(
            """{"agent": "q", "limit": 1e3, "metaParameters": {"alpha": [1, 2]}, "env": {"size": [5, 6]}}""",
            options: new ExperimentOptions { SweepKeys = ["metaParameters", "env"] });
        experiment.GetPermutation(1).ToDocument().ToJsonString().Should().Be("""{"agent":"q","limit":1e3,"metaParameters":{"alpha":2},"env":{"size":5}}""");
        experiment.GetPermutation(1).ToDocument().ToJsonString().Should().Be(experiment.GetPermutation(1).ToDocument().ToJsonString(), "each is a copy");
        experiment.Permutable().ToJsonString().Should().Be("""{"metaParameters":{"alpha":[1,2]},"env":{"size":[5,6]}}""");
    }

    [Test]
    public void ListIndices_TwoRuns_GoThroughAllOfRunZeroFirst()
    {
        JsonElement golden = Golden.Read("permutations.json").GetProperty("indices");
        ExperimentDescription three = ExperimentDescription.Parse("""{"metaParameters": {"a": [1, 2, 3]}}""");
        three.ListIndices(2).Select(index => new[] { index, three.GetRun(index) }).Should()
            .BeEquivalentTo(golden.Items("3_perms_runs_2").Select(pair => pair.Longs()), options => options.WithStrictOrdering());
        ExperimentDescription square = ExperimentDescription.Parse("""{"metaParameters": {"a": [1, 2, 3, 4, 5], "b": [1, 2, 3, 4, 5]}}""");
        square.ListIndices().Should().Equal(golden.GetProperty("two_params_5x5_runs_1").Longs());
    }

    [Test]
    public void Sweep_OfAMillionCombinations_IsEnumeratedInConstantMemory()
    {
        string values = string.Join(", ", Enumerable.Range(0, 100));
        var experiment = ExperimentDescription.Parse($$"""{"metaParameters": {"a": [{{values}}], "b": [{{values}}], "c": [{{values}}]} }""");
        experiment.NumPermutations.Should().Be(1_000_000);
        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long sum = 0;
        foreach (ParameterSet parameters in experiment.Sweep)
            sum += parameters["c"].AsInt64();
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(1_000_000);
        sum.Should().Be(49_500_000);
        experiment.Sweep.IndexOf(experiment.Sweep[987_654]).Should().Be(987_654);
        experiment.GetParameters(987_654).ToString().Should().Be("a-98_b-76_c-54");
    }

    private static ExperimentDescription Experiment(JsonElement golden, PermutationOrder order) => ExperimentDescription.Parse(
        golden.GetProperty("description").GetRawText(),
        options: new ExperimentOptions { Order = order, SweepKeys = [.. golden.Items("keys").Select(key => key.GetString()!)] });

    private static void ShouldBe(JsonObject actual, JsonElement expected) =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(actual), expected).Should().BeTrue($"{actual.ToJsonString()} should be {expected}");
}
