using System.Text.Json;

namespace ExpUtils.Tests.Parameters;

[TestFixture]
public sealed class ValueTextTests
{
    private static readonly JsonElement Vectors = Golden.Read("value_formatting.json");

    [Test]
    public void Text_OfNumbersAndOthers_IsPythons()
    {
        foreach (JsonElement item in Vectors.Items("floats"))
            ParameterValue.From(item.GetProperty("value").Number()).Text.Should().Be(item.Text("text"));
        foreach (JsonElement item in Vectors.Items("json_number_texts"))
            ParameterValue.From(JsonDocument.Parse(item.Text("json")).RootElement).Text.Should().Be(item.Text("text"));
        foreach (JsonElement item in Vectors.Items("others"))
            ParameterValue.From(item.GetProperty("value")).Text.Should().Be(item.Text("text"));
        ParameterValue.From(JsonDocument.Parse("""[1, 2.0, "a", null, true]""").RootElement).Text.Should().Be(Vectors.Text("list_text"));
        ParameterValue.From(JsonDocument.Parse("""{"a": 1}""").RootElement).Text.Should().Be(Vectors.Text("dict_text"));
    }

    [Test]
    public void FromText_OfEveryText_GivesAnEqualValue()
    {
        foreach (JsonElement item in Vectors.Items("floats"))
            ParameterValue.FromText(item.Text("text")).Should().Be(ParameterValue.From(item.GetProperty("value").Number()));
        foreach (JsonElement item in Vectors.Items("others"))
            ParameterValue.FromText(item.Text("text")).Should().Be(ParameterValue.From(item.GetProperty("value")));
    }

    [TestCase("1", "1.0", true)]
    [TestCase("1", "1e0", true)]
    [TestCase("10000000000000000", "1e16", true)]
    [TestCase("9007199254740993", "9007199254740992.0", false)]
    [TestCase("1", "true", false)]
    [TestCase("\"1\"", "1", false)]
    [TestCase("0.0", "-0.0", true)]
    [TestCase("[1, 2.0]", "[1.0, 2]", true)]
    [TestCase("{\"a\": 1, \"b\": null}", "{\"b\": null, \"a\": 1.0}", true)]
    [TestCase("[1]", "[2]", false)]
    public void Equals_OfTwoTexts_GoesByValue(string left, string right, bool areEqual)
    {
        ParameterSet a = ParameterSet.Parse($$"""{"x": {"v": {{left}} } }""");
        ParameterSet b = ParameterSet.Parse($$"""{"x": {"v": {{right}} } }""");
        a.Equals(b).Should().Be(areEqual);
        (a.Fingerprint == b.Fingerprint).Should().Be(areEqual);
        if (areEqual)
            a.GetHashCode().Should().Be(b.GetHashCode());
    }

    [Test]
    public void Fingerprint_OfReorderedMembers_IsTheSame() =>
        ParameterSet.Parse("""{"b": 1, "a": {"d": 2, "c": 3}}""").Fingerprint.Should()
            .Be(ParameterSet.Parse("""{"a": {"c": 3, "d": 2}, "b": 1}""").Fingerprint);

    [Test]
    public void CompareTo_OfKinds_PutsNumbersByValue()
    {
        ParameterValue[] values = ["b", 2.5, 10L, true, ParameterValue.Null, "a", 2L];
        values.Order().Select(value => value.Text).Should().Equal("None", "True", "2", "2.5", "10", "a", "b");
        (ParameterValue.From(2L) >= 2.0).Should().BeTrue();
        (ParameterValue.From(2L) > 2.0).Should().BeFalse();
    }

    [Test]
    public void Indexer_OfAMisspeltName_SuggestsTheNearest()
    {
        ParameterSet parameters = ParameterSet.Parse("""{"optimizer": {"alpha": 1}}""");
        FluentActions.Invoking(() => parameters["optimizer.alpa"]).Should().Throw<KeyNotFoundException>().WithMessage("*Did you mean 'optimizer.alpha'*");
    }
}
