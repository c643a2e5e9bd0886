using System.Text.Json;

namespace ExpUtils.Tests.Results;

[TestFixture]
public sealed class ResultViewTests
{
    private static readonly JsonElement Vectors = Golden.Read("result_views.json");

    private TemporaryFolder _scratch = null!;
    private ExperimentDescription _experiment = null!;
    private List<Result> _results = null!;

    [SetUp]
    public void WriteResults()
    {
        _scratch = new TemporaryFolder();
        _experiment = ExperimentDescription.Parse(
            Vectors.GetProperty("experiment").GetRawText(),
            options: new ExperimentOptions { Order = PermutationOrder.FirstPathFastest, Config = new ExpConfig { SavePath = "results", Root = _scratch.Path } });
        _experiment.BuildSaveContext(0).EnsureExists();
        string path = _experiment.BuildSaveContext(0).Resolve("curves");
        foreach (JsonProperty curve in Vectors.GetProperty("curves_by_index").EnumerateObject())
            ResultCsv.Append(path, _experiment, long.Parse(curve.Name), curve.Value.Numbers(), batchSize: null);
        _results = [.. _experiment.LoadResults("curves")];
    }

    [TearDown]
    public void RemoveResults() => _scratch.Dispose();

    [Test]
    public void LoadResults_OfAFile_GivesOnePerCombination()
    {
        File.ReadLines(_scratch["results/curves.csv"]).Take(3).Should().Equal(Vectors.Items("csv_lines_first").Select(line => line.GetString()));
        _results.Should().HaveCount(12);
        foreach (Result result in _results)
        {
            string index = result.Index.ToString();
            JsonElement.DeepEquals(JsonSerializer.SerializeToElement(result.Parameters.ToJson()), Vectors.GetProperty("permutations").GetProperty(index)).Should().BeTrue();
            result.Runs.Should().Be(2);
            ShouldBeNear(result.Mean(), Vectors.GetProperty("mean_over_runs").GetProperty(index));
            ShouldBeNear(result.StandardError(), Vectors.GetProperty("stderr_over_runs").GetProperty(index));
        }
    }

    [TestCase("alpha", "split_over_alpha")]
    [TestCase("model.name", "split_over_model_name")]
    [TestCase("unknown", "split_over_unknown_parameter")]
    public void SplitOverParameter_OfAName_GroupsInOrder(string name, string golden) =>
        _results.SplitOverParameter(name).Select(group => $"{group.Value?.Text}: {string.Join(',', group.Results.Select(result => result.Index))}").Should()
            .Equal(Vectors.Items(golden).Select(pair => $"{ValueText(pair[0])}: {string.Join(',', pair[1].Longs())}"));

    [TestCase("alpha", "slice_over_alpha_through_4")]
    [TestCase("ratio", "slice_over_ratio_through_4")]
    public void SliceOverParameter_ThroughAResult_KeepsTheOthersFixed(string name, string golden) =>
        _results.SliceOverParameter(_results[4], name).Select(slice => $"{slice.Value?.Text}: {slice.Result?.Index}").Should()
            .Equal(Vectors.Items(golden).Select(pair => $"{ValueText(pair[0])}: {pair[1]}"));

    [Test]
    public void Find_WithIgnoredNames_GivesTheFirst()
    {
        foreach (JsonElement item in Vectors.Items("find"))
        {
            string[] ignored = [.. item.Items("ignore").Select(name => name.GetString()!)];
            _results.Find(_results[(int)item.Integer("other")], ignored)!.Index.Should().Be(item.Integer("found"));
        }

        var other = new Result("x", 0, ParameterSet.Parse("""{"alpha": 7}"""), () => CurveSet.Empty);
        _results.Find(other).Should().BeNull();
    }

    [Test]
    public void WhereParameter_OfEveryCondition_KeepsThoseThatFit()
    {
        foreach (JsonElement item in Vectors.Items("where_equal"))
            _results.WhereParametersEqual(ParameterSet.From(item.GetProperty("conditions"))).Select(result => result.Index).Should().Equal(item.GetProperty("indices").Longs());
        foreach (JsonElement item in Vectors.Items("where_greater_equal"))
        {
            _results.WhereParameterGreaterEq(item.Text("parameter"), ParameterValue.From(item.GetProperty("value"))).Select(result => result.Index)
                .Should().Equal(item.GetProperty("indices").Longs());
        }

        _results.WhereParameterEquals("alpha", 0.5).Select(result => result.Index).Should().Equal(1, 4, 7, 10);
        _results.Where(result => result.Parameters["alpha"] > 0.5 && result.Parameters["model.name"] == "PR").Select(result => result.Index).Should().Equal(0, 6);
    }

    [Test]
    public void GetBest_OfEveryArgument_MatchesTheReference()
    {
        foreach (JsonElement item in Vectors.Items("get_best"))
        {
            JsonElement arguments = item.GetProperty("arguments");
            bool isView = arguments.TryGetProperty("view", out _);
            IEnumerable<IResult> results = isView ? _results.Select(result => result.Reducer(curve => curve[..2])) : _results;
            (Preference preference, int? steps, double percent) = Arguments(arguments);
            Func<double[], double>? reducer = arguments.TryGetProperty("reducer", out _) ? curve => curve.Max() : null;
            if ((int)((steps ?? 6) * percent) == 0)
                FluentActions.Invoking(() => results.GetBest(preference, steps, percent, reducer)).Should().Throw<InvalidOperationException>().WithMessage("*no step*");
            else
                results.GetBest(preference, steps, percent, reducer).Result.Index.Should().Be(item.Integer("best_index"));
        }

        BestResult<Result> documented = _results.GetBest();
        (documented.Result.Index, documented.Direction).Should().Be((0, "smaller is better"));
        _results.GetBest((a, b) => a > b).Result.Index.Should().Be(2);
    }

    [Test]
    public void GetBest_OfMeansWithNaN_TakesNumbersFirst()
    {
        foreach (JsonElement item in Vectors.Items("get_best_on_means"))
        {
            double[][] means = [.. item.Items("means").Select(mean => mean.Numbers())];
            Result[] results = [.. means.Select((mean, i) => new Result($"{i}", i, ParameterSet.Parse("{}"), () => new CurveSet([mean])))];
            (Preference preference, int? steps, double percent) = Arguments(item.GetProperty("arguments"));
            if ((int)((steps ?? means[0].Length) * percent) == 0)
                continue;

            // Where no result has a number, the reference takes the last; here ties keep the first.
            long expected = means.All(mean => mean.All(double.IsNaN)) ? 0 : item.Integer("best_index");
            results.GetBest(preference, steps, percent).Result.Index.Should().Be(expected);
        }

        FluentActions.Invoking(() => Array.Empty<Result>().GetBest()).Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void Reducer_OfAResult_SharesOneReadingAndComposes()
    {
        int loads = 0;
        var result = new Result("p/0", 0, ParameterSet.Parse("{}"), () =>
        {
            loads++;
            return new CurveSet([[1, 2, 3]]);
        });
        JsonElement expected = Vectors.GetProperty("laziness").GetProperty("two_views_and_result");
        ResultView mean = result.Reducer(curve => curve.Average());
        ResultView largest = result.Reducer(curve => curve.Max());
        loads.Should().Be(0);
        mean.Load().Curves[0].Should().Equal(expected[0].GetDouble());
        largest.Mean().Should().Equal(expected[1].GetDouble());
        result.Load().Curves[0].Should().Equal(expected[2].Numbers());
        loads.Should().Be(Vectors.GetProperty("laziness").GetProperty("loads_from_disk").GetInt32());
        result.Reducer(curve => [.. curve.Select(value => value * 2)]).Reducer(curve => curve[1..]).Mean().Should().Equal(4, 6);
        mean.Mean().Should().Equal([2], "making further views does not change a view");
    }

    [Test]
    public void Load_ThatFails_IsTriedAgain()
    {
        int attempts = 0;
        var result = new Result("p/1", 0, ParameterSet.Parse("{}"), () => ++attempts < 3 ? throw new FileNotFoundException("gone") : new CurveSet([[1]]));
        result.TryLoad(out CurveSet none).Should().BeFalse();
        none.Count.Should().Be(0);
        result.Invoking(it => it.Load()).Should().Throw<ResultStoreException>().WithMessage("*p/1*gone*");
        result.TryLoad(out _).Should().BeTrue();
        attempts.Should().Be(3);
    }

    private static (Preference Preference, int? Steps, double Percent) Arguments(JsonElement arguments) => (
        arguments.TryGetProperty("prefer", out JsonElement prefer) && prefer.GetString() == "small" ? Preference.Smaller : Preference.Larger,
        arguments.TryGetProperty("steps", out JsonElement steps) ? steps.GetInt32() : null,
        arguments.TryGetProperty("percent", out JsonElement percent) ? percent.GetDouble() : 1);

    private static string? ValueText(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : ParameterValue.From(value).Text;

    // The reference's values pass through 32-bit floats.
    private static void ShouldBeNear(double[] actual, JsonElement expected)
    {
        double[] numbers = expected.Numbers();
        actual.Should().HaveCount(numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
            actual[i].Should().BeApproximately(numbers[i], 1e-6);
    }
}
