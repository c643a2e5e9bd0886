using System.Text.Json;

namespace ExpUtils.Tests.Parameters;

/// <summary>The reference's helpers for nested dictionaries and arrays, where something here does the same.</summary>
[TestFixture]
public sealed class HelperVectorTests
{
    private static readonly JsonElement Dictionaries = Golden.Read("dictionary_helpers.json");
    private static readonly JsonElement Arrays = Golden.Read("arrays_and_misc.json");

    [Test]
    public void Flat_OfADocument_HasTheReferencesPaths()
    {
        JsonElement expected = Dictionaries.GetProperty("flat_dict");
        List<(string Name, ParameterValue Value)> cells = ParameterSet.From(Dictionaries.GetProperty("document")).Flat();
        cells.Select(cell => cell.Name).Should().BeEquivalentTo(Dictionaries.Items("flat_keys").Select(key => key.GetString()));
        cells.Should().OnlyContain(cell => cell.Value.Equals(ParameterValue.From(expected.GetProperty(cell.Name))));
    }

    [Test]
    public void Comparisons_OfTwoSets_MatchTheReference()
    {
        foreach (JsonElement item in Dictionaries.Items("equal"))
        {
            string[] ignored = [.. item.Items("ignore").Select(name => name.GetString()!)];
            Set(item, "d1").EqualsExcept(Set(item, "d2"), ignored).Should().Be(item.GetProperty("result").GetBoolean());
        }

        foreach (JsonElement item in Dictionaries.Items("subset"))
            Set(item, "d2").Contains(Set(item, "d1")).Should().Be(item.GetProperty("result").GetBoolean());

        // Only shared names count; the reference goes wrong where a nested object has more members, which the vectors note.
        foreach (JsonElement item in Dictionaries.Items("partial_equal"))
        {
            var result = new Result("r", 0, Set(item, "d2"), () => CurveSet.Empty);
            bool isNested = item.GetProperty("d2").TryGetProperty("m", out JsonElement nested) && nested.TryGetProperty("k", out _);
            new[] { result }.WhereParametersEqual(Set(item, "d1")).Any().Should().Be(isNested || item.GetProperty("result").GetBoolean());
        }
    }

    [Test]
    public void Cells_OfSweeps_AreTheReferencesColumns()
    {
        JsonElement golden = Arrays.GetProperty("csv");
        var single = ExperimentDescription.Parse(
            """{"metaParameters": {"alpha": [0.01, 0.02, 0.04], "epsilon": 0.05, "gamma": [0.9]}, "envParameters": {"size": 30, "noise": [0.01, 0.02]}}""");
        Names(single, 0).Should().Be(golden.Text("header_single"));
        Values(single, 0).Should().Be(golden.Text("params_single_0"));
        var both = ExperimentDescription.Parse(
            single.Document.GetRawText(),
            options: new ExperimentOptions { SweepKeys = ["metaParameters", "envParameters"], Order = PermutationOrder.FirstPathFastest });
        Names(both, 1).Should().Be(golden.Text("header_two_keys"));
        Values(both, 1).Should().Be(golden.Text("params_two_keys_1"));
        JsonElement plain = golden.Items("array").First(item => item.GetProperty("precision").ValueKind == JsonValueKind.Null);
        string.Join(',', plain.GetProperty("data").Numbers().Select(PythonText.Of)).Should().Be(plain.Text("text"));
    }

    [Test]
    public void Samplers_OverAList_MatchTheReferencesArrays()
    {
        ISampler window = Sampler.Window(3);
        List<double> means = [];
        for (int value = 1; value <= 8; value++)
        {
            if (window.TryNext(value, out double mean))
                means.Add(mean);
        }

        if (window.TryFlush(out double left))
            means.Add(left);
        means.Should().Equal(Arrays.GetProperty("window_average_3").Numbers());
        JsonElement pad = Arrays.GetProperty("pad_uneven");
        var ragged = new CurveSet([.. pad.Items("input").Select(row => row.Numbers())]);
        ragged.Length.Should().Be(pad.GetProperty("result")[0].GetArrayLength());
        ragged.Mean().Should().Equal(4.0 / 3, 2.5, 4);
    }

    private static ParameterSet Set(JsonElement item, string name) => ParameterSet.From(item.GetProperty(name));

    private static string Names(ExperimentDescription experiment, long index) => string.Join(',', experiment.GetParameters(index).Flat().Select(cell => cell.Name));

    private static string Values(ExperimentDescription experiment, long index) => string.Join(',', experiment.GetParameters(index).Flat().Select(cell => cell.Value.Text));
}
