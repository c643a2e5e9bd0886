namespace ExpUtils.Tests.Descriptions;

[TestFixture]
public sealed class ConfigTests
{
    private string _root = "";

    [SetUp]
    public void MakeFolder() => _root = Directory.CreateTempSubdirectory("exputils-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public void Find_FromBelow_TakesTheFirstAbove()
    {
        Write("""{"save_path": "results/{name}/{environment}/{agent}/{params}", "log_path": "~/scratch/.logs", "experiment_directory": "trials", "extra": 1}""");
        string folder = Directory.CreateDirectory(Path.Combine(_root, "trials", "deep")).FullName;
        ExpConfig config = ExpConfig.Find(folder);
        config.SavePath.Should().Be("results/{name}/{environment}/{agent}/{params}");
        config.LogPath.Should().Be("~/scratch/.logs");
        config.LogFolder.Should().Be($"{Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}/scratch/.logs");
        config.Root.Should().Be(_root);
        config.Warnings.Should().ContainSingle().Which.Message.Should().Contain("'extra'");

        string path = Path.Combine(folder, "a.json");
        File.WriteAllText(path, """{"environment": "E", "agent": "A", "metaParameters": {"x": 1}}""");
        ExperimentDescription experiment = ExperimentDescription.Load(path);
        experiment.Name.Should().Be("deep");
        experiment.BuildSaveContext(0).Folder.Should().Be($"{_root}/results/deep/E/A/x-1");
    }

    [Test]
    public void Load_Defaults_AreThoseOfTheDocument()
    {
        Write("""{"save_path": "results", "experiment_directory": null}""");
        ExpConfig config = ExpConfig.Find(_root);
        config.LogPath.Should().Be(".logs");
        config.ExperimentDirectory.Should().Be("experiments");
        config.LogFolder.Should().Be(Path.Combine(_root, ".logs"));
    }

    [TestCase("{}", "save_path is missing")]
    [TestCase("{\"save_path\": 3}", "(1,15): save_path must be a text")]
    [TestCase("[]", "object")]
    [TestCase("{\"save_path\": \"a\", \"save_path\": \"b\"}", "twice")]
    public void Load_Invalid_SaysWhy(string json, string message)
    {
        Write(json);
        FluentActions.Invoking(() => ExpConfig.Find(_root)).Should().Throw<ExperimentFormatException>().WithMessage($"*{message}*");
    }

    [Test]
    public void Find_WithoutAFile_SaysWhatToWrite() =>
        FluentActions.Invoking(() => ExpConfig.Find(_root)).Should().Throw<ExpUtilsException>().WithMessage("*config.json*save_path*");

    private void Write(string json) => File.WriteAllText(Path.Combine(_root, ExpConfig.FileName), json);
}
