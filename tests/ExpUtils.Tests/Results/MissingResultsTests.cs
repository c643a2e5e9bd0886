using System.Text.Json;

namespace ExpUtils.Tests.Results;

[TestFixture]
public sealed class MissingResultsTests
{
    [Test]
    public void ListMissingResults_ByFolder_MatchesTheReference()
    {
        JsonElement golden = Golden.Read("missing_results.json");
        foreach (JsonElement item in golden.Items("cases"))
        {
            using var scratch = new TemporaryFolder();
            ExperimentDescription experiment = ExperimentDescription.Parse(
                golden.GetProperty("experiment").GetRawText(),
                options: new ExperimentOptions { Order = PermutationOrder.FirstPathFastest, Config = new ExpConfig { SavePath = item.Text("save_path"), Root = scratch.Path } });
            foreach (JsonElement folder in item.Items("existing_directories"))
                Directory.CreateDirectory(scratch[folder.GetString()!]);
            experiment.ListMissingResults(item.Integer("runs")).Should().Equal(item.GetProperty("missing").Longs());
            experiment.ListMissingResults().Should().Equal(item.GetProperty("missing_runs_1").Longs());
        }
    }

    [Test]
    public void LoadResults_OfNumpyFiles_ReadsOnePerRun()
    {
        using var scratch = new TemporaryFolder();
        ExperimentDescription experiment = ExperimentDescription.Parse(
            """{"name": "n", "metaParameters": {"a": [1, 2]}}""",
            options: new ExperimentOptions { Config = new ExpConfig { SavePath = "r/{name}/{params}/{run}", Root = scratch.Path } });
        foreach (long index in new long[] { 0, 1, 2 })
        {
            FileSystemContext context = experiment.BuildSaveContext(index);
            context.EnsureExists();
            NumpyFile.Write(context.Resolve("returns.npy"), [index, index + 1]);
        }

        List<Result> results = [.. experiment.LoadResults("returns.npy", runs: 2)];
        results[0].Load().RunNumbers.Should().Equal(0, 1);
        results[0].Mean().Should().Equal(1, 2);
        results[1].Runs.Should().Be(1);
        experiment.LoadResults("other.npy").First().Invoking(it => it.Load()).Should().Throw<ResultStoreException>().WithMessage("*other.npy*");
    }
}
