using System.Text.Json;

namespace ExpUtils.Tests.Collections;

[TestFixture]
public sealed class ExperimentCollectionTests
{
    [Test]
    public void Find_OfAProject_MatchesTheReference()
    {
        JsonElement golden = Golden.Read("migrations_and_collections.json").GetProperty("collections");
        using var scratch = new TemporaryFolder();
        foreach (JsonElement path in golden.Items("layout"))
        {
            string file = scratch[path.GetString()!];
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, file.Contains("envB", StringComparison.Ordinal) ? """{"metaParameters": {"alpha": 0.5}}""" : """{"metaParameters": {"alpha": [0.1, 0.2]}}""");
        }

        ExperimentCollection all = ExperimentCollection.Find(scratch["experiments"], scratch["experiments"]);
        all.Select(file => "experiments/" + file.Path).Should().Equal(golden.Items("lazy_paths").Select(path => path.GetString()));
        all.ParameterNames.Should().Equal(golden.Items("hyperparameter_columns").Select(name => name.GetString()));
        all.ParameterValues("alpha").Select(value => value.AsDouble()).Should().Equal(golden.GetProperty("alpha_values").Numbers());
        foreach (JsonElement item in golden.Items("lookup"))
        {
            JsonElement query = item.GetProperty("query");
            string[] components = query.ValueKind == JsonValueKind.String ? [query.GetString()!] : [.. query.EnumerateArray().Select(part => part.GetString()!)];
            if (item.TryGetProperty("path", out JsonElement path))
                ("experiments/" + all.Get(components).Path).Should().Be(path.GetString());
            else
                all.Invoking(it => it.Get(components)).Should().Throw<KeyNotFoundException>().WithMessage(item.Text("error").Split(" for ")[0].Split(" matching ")[0] + "*");
        }

        all.GroupByFolder(0).Select(group => $"{group.Key}: {string.Join(' ', group.Select(file => string.Join('/', file.Components.Skip(1))))}").Should()
            .Equal(golden.Items("group_by_level_1").Select(group => $"{group[0]}: {string.Join(' ', group[1].EnumerateArray())}"));
    }
}
