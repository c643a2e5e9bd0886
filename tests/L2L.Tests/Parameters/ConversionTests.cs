using System.Text.Json;

namespace L2L.Tests.Parameters;

public sealed class ConversionTests
{
    private static readonly JsonElement Recorded = Golden.Read("dict_conversion.json");

    private static IEnumerable<TestCaseData> Conversions() => Golden.Read("dict_conversion.json").Items("conversions")
        .Where(c => c.GetProperty("vector").EnumerateArray().All(v => v.ValueKind == JsonValueKind.Number))
        .Select(c => new TestCaseData(c).SetArgDisplayNames(c.GetProperty("label").GetString()!));

    [TestCaseSource(nameof(Conversions))]
    public void VectorCodec_RecordedSet_FlattensAndRestores(JsonElement recorded)
    {
        ParameterSet set = recorded.GetProperty("input").Set();
        VectorCodec codec = VectorCodec.Of(set);

        codec.Flatten(set).Should().Equal(recorded.GetProperty("vector").Numbers());
        codec.Shapes.Select(s => (s.Name, s.IsSequence ? "Sequence" : "Scalar", s.Length)).Should().Equal(
            recorded.Items("spec").Select(s => (s[0].GetString()!, s[1].GetString()!, s[2].GetInt32())));
        codec.Restore(codec.Flatten(set)).ShouldBe(recorded.GetProperty("back").Set());
    }

    [Test]
    public void VectorCodec_WrongLength_Throws()
    {
        VectorCodec codec = VectorCodec.Of(new ParameterSet(("a", 1.0), ("b", new double[] { 1, 2 })));
        codec.Invoking(c => c.Restore([1, 2])).Should().Throw<ArgumentException>().WithMessage("*2 numbers*3*");
    }

    // The reference takes a text for a sequence of letters; here it is an error.
    [Test]
    public void VectorCodec_Text_NamesTheParameter() =>
        FluentActions.Invoking(() => VectorCodec.Of(new ParameterSet(("kind", "abc")))).Should().Throw<ArgumentException>().WithMessage("*'kind'*");

    [Test]
    public void Group_RecordedSets_GivesColumns()
    {
        JsonElement grouped = Recorded.GetProperty("grouped");
        IReadOnlyDictionary<string, IReadOnlyList<ParameterValue>> columns = ParameterColumns.Group([.. grouped.Items("input").Select(item => item.Set())]);
        foreach (JsonProperty column in grouped.GetProperty("output").EnumerateObject())
            columns[column.Name].Should().Equal(column.Value.EnumerateArray().Select(item => item.Value()));
        ParameterColumns.Group([]).Should().BeEmpty();
    }

    [Test]
    public void Product_RecordedColumns_LinksAndOrders()
    {
        foreach (JsonElement recorded in Recorded.Items("cartesian_product"))
        {
            Dictionary<string, IReadOnlyList<ParameterValue>> input = recorded.GetProperty("input").EnumerateObject()
                .ToDictionary(p => p.Name, p => (IReadOnlyList<ParameterValue>)[.. p.Value.EnumerateArray().Select(item => item.Value())]);
            JsonElement combined = recorded.GetProperty("combined");
            IReadOnlyList<IReadOnlyList<string>>? linked = combined.ValueKind == JsonValueKind.Null ? null
                : [.. combined.EnumerateArray().Select(g => g.ValueKind == JsonValueKind.Array ? (IReadOnlyList<string>)[.. g.EnumerateArray().Select(n => n.GetString()!)] : [g.GetString()!])];
            IReadOnlyDictionary<string, IReadOnlyList<ParameterValue>> product = ParameterColumns.Product(input, linked);
            foreach (JsonProperty column in recorded.GetProperty("output").EnumerateObject())
                product[column.Name].Should().Equal(column.Value.EnumerateArray().Select(item => item.Value()), column.Name);
        }
    }

    [Test]
    public void Json_ParameterSet_ComesBackBitForBit()
    {
        var set = new ParameterSet(("a", 3.0), ("b", 3L), ("c", "x"), ("d", new double[] { 0.1, double.NaN, -0.0 }), ("e", double.NegativeInfinity), ("f", 1e300), ("g", long.MaxValue));
        string json = JsonSerializer.Serialize(set);
        ParameterSet back = JsonSerializer.Deserialize<ParameterSet>(json)!;
        back.ShouldBe(set);
        back["a"].Kind.Should().Be(ParameterKind.Real);
        back["b"].Kind.Should().Be(ParameterKind.Integer);
    }

    [Test]
    public void Json_FitnessVector_ComesBackBitForBit()
    {
        var fitness = new FitnessVector(0.1, -0.0, double.NaN, double.PositiveInfinity);
        JsonSerializer.Deserialize<FitnessVector>(JsonSerializer.Serialize(fitness)).Should().Be(fitness);
    }
}
