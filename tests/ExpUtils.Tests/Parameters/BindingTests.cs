using System.Text.Json;
using System.Text.Json.Serialization;

namespace ExpUtils.Tests.Parameters;

[TestFixture]
public sealed partial class BindingTests
{
    private const string Json = """
        {
          "metaParameters": {
            "alpha": [0.1, 0.2],
            "layers": [{"units": [2, 4], "kind": "Relu"}, {"units": 8, "kind": ["Relu", "Tanh"]}],
            "clip": null
          }
        }
        """;

    [Test]
    public void Bind_OfAnIndex_FillsTheRecord()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse(Json);
        Settings first = experiment.GetParameters(0).Bind<Settings>();
        first.Alpha.Should().Be(0.1);
        first.Layers.Should().Equal(new Layer(2, Activation.Relu), new Layer(8, Activation.Relu));
        first.Clip.Should().BeNull();
        first.Gamma.Should().Be(0.99);
        Settings last = experiment.GetParameters(7).Bind(SettingsContext.Default.Settings);
        last.Layers.Should().Equal(new Layer(4, Activation.Relu), new Layer(8, Activation.Tanh));
    }

    [Test]
    public void Bind_ValueOfAnotherKind_NamesTheParameter()
    {
        ParameterSet parameters = ParameterSet.Parse("""{"alpha": "fast", "layers": []}""");
        parameters.Invoking(set => set.Bind<Settings>()).Should().Throw<ParameterBindingException>().WithMessage("Parameter 'alpha'*fast*").Which.Path.Should().Be("alpha");
        ParameterSet.Parse("""{"alpha": 1}""").Invoking(set => set.Bind<Settings>()).Should().Throw<ParameterBindingException>().WithMessage("*ayers*");
    }

    [Test]
    public void CheckBinding_OfAllValues_PointsIntoTheFile()
    {
        ExperimentDescription.Parse(Json).CheckBinding(SettingsContext.Default.Settings).Should().BeEmpty();
        string bad = Json.Replace("0.2", "\"x\"", StringComparison.Ordinal).Replace("\"Tanh\"", "\"Cosine\"", StringComparison.Ordinal);
        IReadOnlyList<ExperimentProblem> problems = ExperimentDescription.Parse(bad).CheckBinding<Settings>();
        problems.Select(problem => (problem.Path, problem.Line, problem.Column)).Should().Equal(
            ("metaParameters.alpha.[1]", 3, 20), ("metaParameters.layers.[1].kind.[1]", 4, 81));
        ExperimentDescription.Parse(Json.Replace("null", "\"none\"", StringComparison.Ordinal)).CheckBinding<Settings>()
            .Should().ContainSingle().Which.Path.Should().Be("metaParameters.clip");
    }

    [Test]
    public void Schema_OfARecord_AllowsValuesAndLists()
    {
        var schema = ExperimentSchema.For(SettingsContext.Default.Settings);
        var alpha = schema["properties"]!["metaParameters"]!["properties"]!["Alpha"]!["anyOf"]!.AsArray();
        alpha[0]!["type"]!.ToJsonString().Should().Contain("number");
        alpha[1]!["type"]!.GetValue<string>().Should().Be("array");
        schema["properties"]!["metaParameters"]!["properties"]!["Layers"]!["items"]!["properties"]!["Units"]!["anyOf"].Should().NotBeNull();
        ExperimentSchema.Any("a", "b")["required"]!.ToJsonString().Should().Be("""["a","b"]""");
        ExperimentSchema.Config()["properties"]!["save_path"].Should().NotBeNull();
    }

    [JsonConverter(typeof(JsonStringEnumConverter<Activation>))]
    public enum Activation
    {
        Relu,
        Tanh,
    }

    public sealed record Layer(int Units, Activation Kind);

    public sealed record Settings(double Alpha, Layer[] Layers, double? Clip = 1, double Gamma = 0.99);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.General, PropertyNameCaseInsensitive = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Settings))]
    internal sealed partial class SettingsContext : JsonSerializerContext;
}
