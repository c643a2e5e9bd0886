using System.Text.Json;

namespace ExpUtils.Tests.Storage;

[TestFixture]
public sealed class ResultCsvTests
{
    private static readonly JsonElement Vectors = Golden.Read("csv_results.json");

    private TemporaryFolder _scratch = null!;

    [SetUp]
    public void MakeFolder() => _scratch = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _scratch.Dispose();

    [TestCase("sequential", "alpha")]
    [TestCase("uneven", "alpha")]
    public void Read_OfTheReferencesLines_GivesItsRuns(string name, string parameter)
    {
        JsonElement golden = Vectors.GetProperty(name);
        File.WriteAllLines(_scratch["m.0.csv"], golden.Items("content").Select(line => line.GetString()!));
        IReadOnlyList<RunSeries> runs = ResultCsv.Read(_scratch["m"], Alphas());
        JsonElement[] expected = [.. golden.Items("loaded")];
        runs.Select(run => (run.Parameters[parameter].AsDouble(), run.Run)).Should()
            .Equal(expected.Select(run => (run.GetProperty(parameter).GetDouble(), run.Integer("run"))));
        for (int i = 0; i < expected.Length; i++)
            runs[i].Values.Should().Equal(expected[i].GetProperty("data").Numbers().Where(value => !double.IsNaN(value)), "cells that only fill the line up are none");
    }

    [Test]
    public void ListMissing_OfTheReferencesLines_MatchesIt()
    {
        JsonElement golden = Vectors.GetProperty("sequential");
        File.WriteAllLines(_scratch["m.csv"], golden.Items("content").Select(line => line.GetString()!));
        ExperimentDescription experiment = Alphas();
        var there = ResultCsv.Read(_scratch["m"], experiment).Select(run => experiment.GetIndex(experiment.Sweep.IndexOf(run.Parameters), run.Run)).ToHashSet();
        experiment.ListIndices(5).Except(there).Should().Equal(golden.GetProperty("missing_runs_5").Longs());
    }

    [Test]
    public void Append_InBatches_WritesTheReferencesFiles()
    {
        JsonElement golden = Vectors.GetProperty("batches");
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"alpha": [0.01, 0.02, 0.03, 0.04]}}""");
        foreach (long index in golden.GetProperty("indices").Longs())
            ResultCsv.Append(_scratch["r"], experiment, index, [index, index + 0.5], golden.Integer("batch_size"));
        foreach (JsonProperty file in golden.GetProperty("files").EnumerateObject())
            File.ReadAllLines(_scratch[file.Name]).Should().Equal(file.Value.EnumerateArray().Select(line => line.GetString()));
    }

    [Test]
    public void Append_NestedParameters_UsesTheReferencesColumns()
    {
        JsonElement golden = Vectors.GetProperty("nested");
        ExperimentDescription experiment = ExperimentDescription.Parse(
            """{"metaParameters": {"opt": {"lr": [0.1, 0.2]}, "layers": [{"u": [2, 4]}, {"u": 8}]}}""",
            options: new ExperimentOptions { Order = PermutationOrder.FirstPathFastest });
        foreach (long index in experiment.ListIndices())
            ResultCsv.Append(_scratch["r"], experiment, index, [index], batchSize: null);
        File.ReadAllLines(_scratch["r.csv"]).Should().Equal(golden.Items("content").Select(line => line.GetString()));
        ResultCsv.Read(_scratch["r"], experiment).Select(run => run.Values[0]).Should().Equal(0, 1, 2, 3);
    }

    [Test]
    public void Read_LinesOfOtherExperiments_AreLeftOut()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"alpha": 0.02, "b": [1, 2]}}""");
        File.WriteAllText(_scratch["d.csv"], "0.01,1,0,5.0\n0.02,1,0,1.0\n0.02,2,0,3.0\n0.02,3,0,4.0\n0.02,2,1,7");
        ResultCsv.Read(_scratch["d.csv"], experiment).Select(run => (run.Parameters["b"].AsInt64(), run.Run, run.Values[0]))
            .Should().Equal(((long)1, (long)0, 1.0), (2, 0, 3.0));
        ResultCsv.Append(_scratch["d"], experiment, 3, [7.5], batchSize: null);
        File.ReadAllLines(_scratch["d.csv"])[^2..].Should().Equal(["0.02,2,1,7", "0.02,2,1,7.5"], "a line that was cut off is ended first");
    }

    [Test]
    public void Append_TextsWithCommasAndQuotes_AreReadBack()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"a": ["x,y", "say \"hi\"", null, true, "1"]}}""");
        foreach (long index in experiment.ListIndices())
            ResultCsv.Append(_scratch["r"], experiment, index, [index, double.NaN, double.NegativeInfinity], batchSize: null);
        ResultCsv.Read(_scratch["r"], experiment).Select(run => run.Values[0]).Should().Equal(0, 1, 2, 3, 4);
        ResultCsv.Read(_scratch["r"], experiment)[4].Values[1..].Should().Equal(double.NaN, double.NegativeInfinity);
    }

    [TestCase("0.01", "run's number")]
    [TestCase("0.01,x,1", "run's number")]
    [TestCase("0.01,0,what", "'what'")]
    public void Read_MalformedLine_NamesIt(string line, string message)
    {
        File.WriteAllText(_scratch["m.csv"], $"0.01,0,1\n{line}\n");
        FluentActions.Invoking(() => ResultCsv.Read(_scratch["m"], Alphas())).Should().Throw<ResultStoreException>().WithMessage($"*m.csv(2)*{message}*");
        FluentActions.Invoking(() => ResultCsv.Read(_scratch["none"], Alphas())).Should().Throw<ResultStoreException>().WithMessage("*none.csv*");
    }

    [Test]
    public void Append_FromManyThreads_LosesNoLine()
    {
        ExperimentDescription experiment = Alphas();
        Parallel.For(0, 200, index => ResultCsv.Append(_scratch["p"], experiment, index, [index], batchSize: null));
        File.ReadAllLines(_scratch["p.csv"]).Should().HaveCount(200);
    }

    private static ExperimentDescription Alphas() => ExperimentDescription.Parse("""{"metaParameters": {"alpha": [0.01, 0.02, 0.03, 0.04]}}""");
}
