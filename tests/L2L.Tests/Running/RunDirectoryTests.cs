using System.Text.Json;

namespace L2L.Tests.Running;

public sealed class RunDirectoryTests
{
    [Test]
    public void Describe_RecordedParameters_IsTheRecordedText()
    {
        foreach (JsonElement recorded in Golden.Read("paths.json").Items("param_strings"))
            RunDirectory.Describe(Set(recorded.GetProperty("params"))).Should().Be(recorded.GetProperty("string").GetString());
    }

    [Test]
    public void Folders_RecordedRun_AreTheRecordedOnes()
    {
        JsonElement recorded = Golden.Read("paths.json").GetProperty("paths");
        string root = Directory.CreateTempSubdirectory("l2l").FullName;
        try
        {
            var directory = new RunDirectory("L2L-FUN-ES", new ParameterSet(("run_num", "test")), root, "-traj");
            Directory.Exists(directory.Output).Should().BeFalse("nothing is created before it is asked for");
            Relative(directory.Root).Should().Be(recorded.GetProperty("root_dir_path").GetString());
            Relative(directory.Output).Should().Be(recorded.GetProperty("output_dir_path").GetString());
            Relative(directory.Results).Should().Be(recorded.GetProperty("results_path").GetString());
            Relative(directory.Simulation).Should().Be(recorded.GetProperty("simulation_path").GetString());
            Relative(directory.Data).Should().Be(recorded.GetProperty("data_path").GetString());
            Relative(directory.Logs).Should().Be(recorded.GetProperty("logs_path").GetString());
            Relative(directory.ResultFile("fitness", "png", new ParameterSet(("gen", 3L), ("lr", 0.5))))
                .Should().Be(recorded.GetProperty("get_fpath('fitness','png',gen=3,lr=0.5)").GetString());
            Directory.Exists(directory.Data).Should().BeTrue();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        string Relative(string path) => path.Replace(root, "ROOT", StringComparison.Ordinal);
    }

    [Test]
    public void Construction_RootMissing_Throws() =>
        FluentActions.Invoking(() => new RunDirectory("a", ParameterSet.Empty, "/nowhere/at/all")).Should().Throw<DirectoryNotFoundException>().WithMessage("*create it first*");

    // Whole numbers are integers here, as they are where they come from; vectors are written as Python writes lists.
    private static ParameterSet Set(JsonElement parameters) => new(parameters.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.ValueKind switch
    {
        JsonValueKind.Number => p.Value.GetRawText().AsSpan().IndexOfAny('.', 'e') < 0 ? ParameterValue.Integer(p.Value.GetInt64()) : p.Value.GetDouble(),
        JsonValueKind.Array => p.Value.Numbers(),
        JsonValueKind.True => "True",
        _ => p.Value.GetString()!,
    })));
}
