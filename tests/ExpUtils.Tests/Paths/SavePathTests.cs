using System.Text.Json;

namespace ExpUtils.Tests.Paths;

[TestFixture]
public sealed class SavePathTests
{
    private static readonly JsonElement Vectors = Golden.Read("save_paths.json");

    [Test]
    public void InterpolateSavePath_OfEveryPattern_MatchesTheReference()
    {
        var experiment = ExperimentDescription.Parse(
            Vectors.GetProperty("description_used").GetRawText(), options: new ExperimentOptions { Order = PermutationOrder.FirstPathFastest });
        foreach (JsonElement item in Vectors.Items("interpolation"))
            experiment.InterpolateSavePath(item.Integer("idx"), item.Text("pattern")).Should().Be(item.Text("path"));
    }

    [Test]
    public void Name_OfEveryPath_IsAsDocumented()
    {
        var options = new ExperimentOptions { Config = new ExpConfig { SavePath = "x" } };
        foreach (JsonElement item in Vectors.Items("experiment_names"))
        {
            string? given = item.GetProperty("name_field").GetString();
            string json = given is null ? """{"metaParameters": { } }""" : $$"""{"name": "{{given}}", "metaParameters": { } }""";
            ExperimentDescription.Parse(json, item.GetProperty("path").GetString(), options).Name.Should().Be(item.GetProperty("documented").GetString() ?? "unnamed");
        }
    }

    [TestCase("experiments/MountainCar-v0/sarsa.json", "MountainCar-v0")]
    [TestCase("./experiments/x/a.json", "x")]
    [TestCase("experiments/overfit/best/ann.json", "overfit/best")]
    [TestCase("other/experiments/b/c.json", "b")]
    [TestCase("../experiments/x/a.json", "x")]
    [TestCase("/abs/experiments/x.y/a.json", "x.y")]
    [TestCase("experiments/a.json", "a")]
    [TestCase("a.json", "a")]
    [TestCase("lab/a.json", "lab")]
    public void Name_WithoutTheField_ComesFromThePath(string path, string name) =>
        ExperimentDescription.Parse("""{"metaParameters": { } }""", path, new ExperimentOptions { Config = new ExpConfig { SavePath = "x" } }).Name.Should().Be(name);

    [Test]
    public void InterpolateSavePath_AgentWithoutField_FallsBackOnAlgorithm()
    {
        var experiment = ExperimentDescription.Parse(
            """{"algorithm": "SARSA", "environment": "MountainCar", "metaParameters": {"alpha": [1.0, 0.5], "lambda": [1.0]}}""",
            "experiments/MountainCar-v0/sarsa.json",
            new ExperimentOptions { Config = new ExpConfig { SavePath = "results/{name}/{environment}/{agent}/{params}" } });
        experiment.InterpolateSavePath(0).Should().Be("results/MountainCar-v0/MountainCar/SARSA/alpha-1.0_lambda-1.0");
        experiment.Invoking(it => it.InterpolateSavePath(0, "{enviroment}")).Should().Throw<ExpUtilsException>()
            .WithMessage("*Did you mean {environment}*params, run, name*");
    }

    [TestCase("../../etc")]
    [TestCase("/../x")]
    [TestCase("a/../../b")]
    public void InterpolateSavePath_NameThatClimbs_IsRefused(string name)
    {
        var experiment = ExperimentDescription.Parse($$"""{"name": "{{name}}", "metaParameters": { } }""");
        experiment.Invoking(it => it.InterpolateSavePath(0, "results/{name}")).Should().Throw<ExpUtilsException>().WithMessage("*out of the results*");
    }

    [TestCase("../../etc", "results/..%2F..%2Fetc")]
    [TestCase("..", "results/%2E%2E")]
    [TestCase("/etc/passwd", "results/%2Fetc%2Fpasswd")]
    [TestCase("$(rm -rf ~); `x` & 'y'", "results/$(rm -rf ~); `x` & 'y'")]
    [TestCase("a\\\\b:c*?", "results/a%5Cb%3Ac%2A%3F")]
    [TestCase("\\u0000\\n", "results/%00%0A")]
    public void InterpolateSavePath_HostileValue_StaysOneFolder(string value, string path)
    {
        var experiment = ExperimentDescription.Parse($$"""{"agent": "{{value}}", "metaParameters": { } }""");
        experiment.InterpolateSavePath(0, "results/{agent}").Should().Be(path);
    }

    [Test]
    public void InterpolateSavePath_Verbatim_KeepsSlashesButDoesNotClimb()
    {
        var options = new ExperimentOptions { SavePathFormat = SavePathFormat.Verbatim };
        ExperimentDescription.Parse("""{"agent": "a/b", "metaParameters": { } }""", options: options).InterpolateSavePath(0, "r/{agent}").Should().Be("r/a/b");
        ExperimentDescription.Parse("""{"agent": "a/../../b", "metaParameters": { } }""", options: options)
            .Invoking(it => it.InterpolateSavePath(0, "r/{agent}")).Should().Throw<ExpUtilsException>();
    }

    [Test]
    public void InterpolateSavePath_LongParameters_AreCutAndStayDistinct()
    {
        string members = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"\"parameter{i}\": [0.125, 0.25]"));
        var experiment = ExperimentDescription.Parse($"{{\"metaParameters\": {{{members}}}}}");
        string[] paths = [.. Enumerable.Range(0, 50).Select(i => experiment.InterpolateSavePath(i, "r/{params}"))];
        paths.Should().OnlyHaveUniqueItems().And.OnlyContain(path => path.Length <= 202);
    }

    [Test]
    public void BuildSaveContext_OfAnIndex_StartsAtTheProject()
    {
        var config = new ExpConfig { SavePath = "results/{name}/{params}", Root = "/project" };
        var experiment = ExperimentDescription.Parse("""{"name": "n", "metaParameters": {"a": 1}}""", options: new ExperimentOptions { Config = config });
        experiment.BuildSaveContext(0).Resolve("returns.npy").Should().Be("/project/results/n/a-1/returns.npy");
        experiment.BuildSaveContext(0, "scratch").Resolve().Should().Be("scratch/results/n/a-1");
        experiment.BuildSaveContext(0, pattern: "/data/{params}").Resolve().Should().Be("/data/a-1");
    }

    [Test]
    public void InterpolateSavePath_HomeAndVariables_AreExpanded()
    {
        var experiment = ExperimentDescription.Parse("""{"agent": "~/$HOME", "metaParameters": { } }""");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        experiment.InterpolateSavePath(0, "~/r/{agent}").Should().Be($"{home}/r/~%2F$HOME");
        experiment.InterpolateSavePath(0, "${HOME}/r").Should().Be($"{home}/r");
        experiment.Invoking(it => it.InterpolateSavePath(0, "$NO_SUCH_VARIABLE_HERE/r")).Should().Throw<ExpUtilsException>().WithMessage("*NO_SUCH_VARIABLE_HERE*");
    }
}
