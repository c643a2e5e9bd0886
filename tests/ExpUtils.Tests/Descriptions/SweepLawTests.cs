using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace ExpUtils.Tests.Descriptions;

/// <summary>What holds for any experiment, on documents drawn from a seed.</summary>
[TestFixture]
public sealed class SweepLawTests
{
    [Test]
    public void Sweep_OfAnyDocument_NumbersEachCombinationOnce() =>
        Prop.ForAll<int>(CheckSweep).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Test]
    public void Parse_OfADamagedDocument_FailsWithAPlace() =>
        Prop.ForAll<int>(CheckDamaged).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void CheckSweep(int seed)
    {
        string json = new JsonObject { ["metaParameters"] = Draw(new Random(seed), depth: 0) }.ToJsonString();
        if (IsTooLarge(json))
            return;
        foreach (PermutationOrder order in Enum.GetValues<PermutationOrder>())
        {
            ExperimentDescription experiment = ExperimentDescription.Parse(json, options: new ExperimentOptions { Order = order });
            experiment.NumPermutations.Should().Be(experiment.Sweep.Parameters.Aggregate(1L, (product, parameter) => product * parameter.Values.Count));
            long count = Math.Min(experiment.NumPermutations, 50);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (long i = 0; i < count; i++)
            {
                long index = experiment.NumPermutations / count * i;
                ParameterSet parameters = experiment.Sweep[index];
                experiment.Sweep.IndexOf(parameters).Should().Be(index);
                seen.Add(parameters.Fingerprint).Should().BeTrue();
                ParameterSet again = ParameterSet.Parse(parameters.ToJson().ToJsonString());
                again.Fingerprint.Should().Be(parameters.Fingerprint, json);
                again.ToString().Should().Be(parameters.ToString());
            }
        }
    }

    private static void CheckDamaged(int seed)
    {
        var random = new Random(seed);
        byte[] bytes = Encoding.UTF8.GetBytes(new JsonObject { ["metaParameters"] = Draw(random, depth: 0) }.ToJsonString());
        for (int i = 0; i < 3; i++)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"damaged-{Environment.CurrentManagedThreadId}.json");
        File.WriteAllBytes(path, bytes);
        try
        {
            ExperimentDescription experiment = ExperimentDescription.Load(path);
            _ = experiment.GetParameters(0).ToString();
        }
        catch (ExperimentFormatException failure)
        {
            failure.Problems.Should().NotBeEmpty().And.OnlyContain(problem => problem.Line > 0 && problem.Column > 0);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool IsTooLarge(string json)
    {
        try
        {
            ExperimentDescription.Parse(json);
            return false;
        }
        catch (ExperimentFormatException failure) when (failure.Message.Contains("64 bits", StringComparison.Ordinal))
        {
            return true;
        }
    }

    private static JsonObject Draw(Random random, int depth)
    {
        var drawn = new JsonObject();
        int members = random.Next(1, 5);
        for (int i = 0; i < members; i++)
        {
            string name = ((char)random.Next('A', 'z' + 1)).ToString() + "é_-😀"[random.Next(4)] + i.ToString(CultureInfo.InvariantCulture);
            drawn[name.Replace('\\', 'x')] = random.Next(depth > 2 ? 3 : 5) switch
            {
                0 => Scalar(random, i),
                1 => new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(k => Scalar(random, k))]),
                2 => new JsonArray([.. Enumerable.Range(1, random.Next(1, 3)).Select(k => (JsonNode)new JsonArray([.. Enumerable.Range(0, k).Select(j => (JsonNode)j)]))]),
                3 => Draw(random, depth + 1),
                _ => new JsonArray([.. Enumerable.Range(0, random.Next(1, 13)).Select(_ => (JsonNode)Draw(random, depth + 2))]),
            };
        }

        return drawn;
    }

    // Different for each position, so that no two combinations are equal.
    private static JsonNode? Scalar(Random random, int position) => random.Next(5) switch
    {
        0 => JsonValue.Create(position + 0.5),
        1 => JsonValue.Create($"t{position}/é"),
        2 => JsonValue.Create(position * 1_000_000_007L),
        3 => JsonNode.Parse($"{position + 1}e{random.Next(-20, 20)}"),
        _ => position == 0 ? null : JsonValue.Create(-position),
    };
}
