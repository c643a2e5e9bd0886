using System.Text.Json;

namespace Lagom.Rl.Tests;

public sealed class ConfigSpaceTests
{
    private static readonly JsonElement Vectors = Golden.Read("lagom/experiment.json");

    [Test]
    public void Expand_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("expansion"))
        {
            string name = item.GetProperty("name").GetString()!;
            int draws = 0;
            ConfigSpace space = name switch
            {
                "all fixed" => new ConfigSpace { ["a"] = 1, ["b"] = new[] { 2, 3 } },
                _ when item.TryGetProperty("key_order", out _) => new ConfigSpace
                {
                    ["log.dir"] = "some path",
                    ["beta"] = ConfigCondition.Of(c => c.Number("alpha") < 0.35 ? "small" : "large"),
                    ["network.lr"] = ConfigGrid.Of(1e-3, 5e-3),
                    ["sizes"] = new[] { 64, 64 },
                    ["env.id"] = ConfigGrid.Of("CartPole-v1", "Ant-v2"),
                    ["alpha"] = ConfigSample.Of(_ => 0.1 * ++draws),
                },
                _ => new ConfigSpace { ["log.dir"] = "some path", ["network.lr"] = ConfigGrid.Of(1e-3, 5e-3), ["env.id"] = ConfigGrid.Of("CartPole-v1", "Ant-v2") },
            };
            bool later = name.StartsWith("later", StringComparison.Ordinal);
            var options = new ExpansionOptions
            {
                Samples = item.GetProperty("num_sample").GetInt32(),
                ShareSamples = later,
                KeepItemOrder = later || (item.TryGetProperty("keep", out JsonElement keep) && keep.GetBoolean()),
            };

            IReadOnlyList<Configuration> configurations = space.Expand(options);

            JsonElement[] expected = [.. item.Items("configs")];
            configurations.Should().HaveCount(expected.Length, name);
            for (int i = 0; i < expected.Length; i++)
                ShouldMatch(configurations[i], expected[i], name);
            if (item.TryGetProperty("key_order", out JsonElement order))
                configurations[0].Names.Prepend("ID").Should().Equal(order.EnumerateArray().Select(key => key.GetString()), name);
            if (item.TryGetProperty("number_of_draws", out JsonElement number))
                draws.Should().Be(number.GetInt32(), name);
        }
    }

    [Test]
    public void Expand_AnySpace_HasEveryGridPointAsOftenAsAskedFor(
        [Values(1, 3)] int first, [Values(1, 4)] int second, [Values(1, 2, 3)] int samples, [Values] bool share, [Values(0, -7)] long seed)
    {
        int[] sizes = [first, second];
        var space = new ConfigSpace
        {
            ["sum"] = ConfigCondition.Of(c => c.Number("draw") + c.Integer("a") + c.Integer("b")),
            ["a"] = ConfigGrid.Of([.. Enumerable.Range(0, sizes[0]).Select(value => (ConfigValue)(long)value)]),
            ["draw"] = ConfigSample.Uniform(0, 1),
            ["b"] = ConfigGrid.Of([.. Enumerable.Range(0, sizes[1]).Select(value => (ConfigValue)(long)value)]),
        };

        IReadOnlyList<Configuration> configurations = space.Expand(new ExpansionOptions { Samples = samples, ShareSamples = share, Seed = seed });

        configurations.Select(c => c.Id).Should().Equal(Enumerable.Range(0, sizes[0] * sizes[1] * samples));
        configurations.GroupBy(c => (c.Integer("a"), c.Integer("b"))).Should().HaveCount(sizes[0] * sizes[1]).And.OnlyContain(point => point.Count() == samples);
        configurations.Should().OnlyContain(c => c.Number("sum") == c.Number("draw") + c.Integer("a") + c.Integer("b"));
        configurations.Select(c => c.Number("draw")).Distinct().Should().HaveCount(share ? samples : configurations.Count);
    }

    [Test]
    public void Expand_AnotherItemAdded_DrawsTheSame()
    {
        var space = new ConfigSpace { ["lr"] = ConfigSample.LogUniform(1e-5, 1e-1) };
        var wider = new ConfigSpace { ["gamma"] = ConfigSample.Uniform(0.9, 1), ["lr"] = ConfigSample.LogUniform(1e-5, 1e-1) };
        var options = new ExpansionOptions { Samples = 20, Seed = 3 };

        double[] rates = [.. space.Expand(options).Select(c => c.Number("lr"))];

        rates.Should().OnlyHaveUniqueItems().And.OnlyContain(rate => rate >= 1e-5 && rate < 1e-1);
        wider.Expand(options).Select(c => c.Number("lr")).Should().Equal(rates);
        space.Expand(options with { Seed = 4 }).Select(c => c.Number("lr")).Should().NotEqual(rates);
    }

    [Test]
    public void Expand_ConditionsInAnyOrder_SeeEachOther()
    {
        var space = new ConfigSpace
        {
            ["c"] = ConfigCondition.Of(c => c.Integer("b") + 1),
            ["b"] = ConfigCondition.Of(c => c.Integer("a") * 10),
            ["a"] = ConfigGrid.Of(1, 2),
        };

        space.Expand().Select(c => c.ToString()).Should().Equal("{\"ID\":0,\"c\":11,\"b\":10,\"a\":1}", "{\"ID\":1,\"c\":21,\"b\":20,\"a\":2}");
    }

    [Test]
    public void Expand_ConditionsInACircle_AreNamed()
    {
        var space = new ConfigSpace { ["x"] = ConfigCondition.Of(c => c["y"]), ["y"] = ConfigCondition.Of(c => c["x"]) };
        space.Invoking(s => s.Expand()).Should().Throw<ArgumentException>().WithMessage("*x -> y -> x*");
    }

    [Test]
    public void ConfigSpace_BadItems_AreRefusedByName()
    {
        var space = new ConfigSpace();
        space.Invoking(s => s["seed"] = 1).Should().Throw<ArgumentException>().WithMessage("*'seed'*");
        space.Invoking(s => s["ID"] = 1).Should().Throw<ArgumentException>().WithMessage("*'ID'*");
        space.Invoking(s => s["lr"] = double.NaN).Should().Throw<ArgumentException>().WithMessage("*NaN*finite*");
        FluentActions.Invoking(() => ConfigGrid.Of()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ConfigSample.LogUniform(0, 1)).Should().Throw<ArgumentException>().WithMessage("*positive*");
        FluentActions.Invoking(() => ConfigSample.Uniform(2, 1)).Should().Throw<ArgumentException>().WithMessage("*order*");
        space.Invoking(s => s.Expand(new ExpansionOptions { Samples = 0 })).Should().Throw<ArgumentException>().WithMessage("Samples is 0*");
    }

    [Test]
    public void Configuration_WrongReads_NameItemAndValue()
    {
        Configuration configuration = new ConfigSpace { ["agent.lr"] = 0.5, ["name"] = "x" }.Expand()[0];
        configuration.Invoking(c => c.Number("agnt.lr")).Should().Throw<KeyNotFoundException>().WithMessage("*'agnt.lr'*Did you mean 'agent.lr'?*");
        configuration.Invoking(c => c.Number("name")).Should().Throw<InvalidOperationException>().WithMessage("*'name'*\"x\", not a number*");
        configuration.Invoking(c => c.Integer("agent.lr")).Should().Throw<InvalidOperationException>().WithMessage("*0.5, not a whole number*");
    }

    [Test]
    public void Configuration_WrittenAndRead_IsTheSame()
    {
        Configuration written = new ConfigSpace
        {
            ["flag"] = true, ["whole"] = long.MaxValue, ["number"] = 1.0, ["small"] = 1e-8, ["text"] = "ü \"<>", ["none"] = (string?)null,
            ["list"] = ConfigValue.List(1, 2.5, "x", ConfigValue.List(true)),
        }.Expand()[0];

        using JsonDocument json = JsonDocument.Parse(written.ToString());
        Configuration read = Configuration.FromJson(json.RootElement);

        read.Should().Equal(written);
        read.Equals(written).Should().BeTrue();
        read.ToString().Should().Be(written.ToString()).And.Contain("\"number\":1.0,").And.Contain("ü");
    }

    private static void ShouldMatch(Configuration configuration, JsonElement expected, string because)
    {
        configuration.Id.Should().Be(expected.GetProperty("ID").GetInt32(), because);
        foreach (JsonProperty property in expected.EnumerateObject().Where(property => property.Name != "ID"))
        {
            ConfigValue value = configuration[property.Name];
            if (property.Value.ValueKind == JsonValueKind.Number)
                value.ToNumber().Should().BeApproximately(property.Value.GetDouble(), 1e-15, because);
            else
                value.Should().Be(ConfigValue.FromJson(property.Value), because);
        }

        configuration.Count.Should().Be(expected.EnumerateObject().Count() - 1, because);
    }
}
