using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lagom.Rl.Tests;

public sealed class UtilsTests
{
    private static readonly JsonElement Vectors = Golden.Read("lagom/utils.json");

    [Test]
    public void Seeder_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("seeder"))
        {
            var seeder = new Seeder(item.GetProperty("init_seed").GetInt64());
            foreach (JsonElement call in item.Items("calls"))
            {
                double[] expected = call.Numbers("out");
                seeder.Next(expected.Length).Should().Equal(expected.Select(seed => (long)seed));
            }
        }

        FluentActions.Invoking(() => new Seeder(-1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*-1*");
    }

    [Test]
    public void IntervalTrigger_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("interval_conditioner"))
        {
            var trigger = new IntervalTrigger(item.Number("interval"), Counting(item), TriggerJumps.CatchUp);
            item.Numbers("calls").Select(trigger.Check).Should().Equal(item.Items("out").Select(flag => flag.GetBoolean()));
        }
    }

    [Test]
    public void CountTrigger_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("n_conditioner"))
        {
            var trigger = new CountTrigger(item.Number("max_n"), item.GetProperty("num_conditions").GetInt64(), Counting(item), TriggerJumps.CatchUp);
            item.Numbers("calls").Select(trigger.Check).Should().Equal(item.Items("out").Select(flag => flag.GetBoolean()));
        }
    }

    [Test]
    public void StepTrigger_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("later_conditioner"))
        {
            JsonElement stop = item.GetProperty("stop");
            var trigger = new StepTrigger(item.GetProperty("step").GetInt64(), item.GetProperty("start").GetInt64(), stop.ValueKind == JsonValueKind.Null ? null : stop.GetInt64());
            Enumerable.Range(0, item.GetProperty("range").GetInt32()).Where(n => trigger.Check(n)).Should().Equal(item.Numbers("true_for").Select(n => (int)n));
        }
    }

    [Test]
    public void Triggers_Jumps_FireOnceUnlessToldOtherwise()
    {
        var interval = new IntervalTrigger(10);
        ((double[])[0, 0, 35, 36, 39, 40, 41, 1000, 1001]).Select(interval.Check).Should().Equal(true, false, true, false, false, true, false, true, false);
        var count = new CountTrigger(1, 10, TriggerCounting.Increment);
        Enumerable.Range(0, 20).Count(_ => count.Check(0.1)).Should().Be(10, "rounding must not lose a place");
    }

    [Test]
    public void Triggers_LoadedState_GoOn()
    {
        var first = new IntervalTrigger(10, TriggerCounting.Increment);
        first.Check(7);
        var second = new IntervalTrigger(10, TriggerCounting.Increment) { State = first.State };
        second.Check(2).Should().BeFalse();
        second.Check(1).Should().BeTrue();
        FluentActions.Invoking(() => new IntervalTrigger(0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*interval*");
        FluentActions.Invoking(() => new CountTrigger(10, 0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*count*");
        second.Invoking(t => t.Check(double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Texts_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("color_str"))
        {
            AnsiColour colour = Enum.Parse<AnsiColour>(item.GetProperty("color").GetString()!, ignoreCase: true);
            AnsiText.Paint(item.GetProperty("string").GetString()!, colour, item.Flag("bold")).Should().Be(item.GetProperty("out").GetString());
        }

        foreach (JsonElement item in Vectors.Items("timedelta_text"))
            DurationText.Of(TimeSpan.FromSeconds(item.Number("seconds"))).Should().Be(item.GetProperty("out").GetString());
        foreach (JsonElement item in Vectors.Items("km_tick"))
        {
            TickText.Of(item.Number("x")).Should().Be(item.GetProperty("plain").GetString());
            TickText.Of(item.Number("x"), integer: true).Should().Be(item.GetProperty("integer").GetString());
        }

        FluentActions.Invoking(() => AnsiText.Paint("x", (AnsiColour)3)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => DurationText.Of(TimeSpan.FromSeconds(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Yaml_GoldenCase_Matches()
    {
        JsonElement yaml = Vectors.GetProperty("yaml");
        Configuration.FromJson(yaml.GetProperty("obj")).ToYaml().Should().Be(yaml.GetProperty("text").GetString());
        new ConfigSpace { ["a"] = "yes", ["b"] = "1e3", ["c"] = Array.Empty<int>(), ["d e"] = "x: y" }.Expand()[0].ToYaml()
            .Should().Be("ID: 0\na: \"yes\"\nb: \"1e3\"\nc: []\nd e: \"x: y\"\n");
    }

    [Test]
    public void Timed_WorkThatThrows_IsReportedToo()
    {
        var reports = new List<ScopeTimerReport>();
        ScopeTimer.Run(() => 5, reports.Add).Should().Be(5);
        FluentActions.Invoking(() => ScopeTimer.Run<int>(() => throw new IOException("gone"), reports.Add)).Should().Throw<IOException>();
        reports.Should().HaveCount(2);
        using (ScopeTimer timed = ScopeTimer.Start(reports.Add))
        {
            timed.Dispose();
        }

        reports.Should().HaveCount(3, "a report is given once");
        new ScopeTimerReport(TimeSpan.FromSeconds(65), new DateTimeOffset(2019, 10, 21, 13, 5, 9, TimeSpan.Zero)).ToString().Should().Be("Total time: 0:01:05 at 2019-10-21 13:05:09");
    }

    [Test]
    public void JsonFile_SavedValue_IsReadBackAndDamageNamed()
    {
        using var folder = new TemporaryFolder();
        var type = (JsonTypeInfo<RunningMeanVarState>)JsonSerializerOptions.Default.GetTypeInfo(typeof(RunningMeanVarState));
        string path = folder["state/moments.json"];

        JsonFile.Save(path, new RunningMeanVarState([1, 2], [3, 4], 5), type);
        JsonFile.Load(path, type).Should().BeEquivalentTo(new RunningMeanVarState([1, 2], [3, 4], 5));
        File.WriteAllText(path, "{\"Mean\": 3");

        FluentActions.Invoking(() => JsonFile.Load(path, type)).Should().Throw<InvalidDataException>().WithMessage($"*{path}*RunningMeanVarState*");
    }

    [Test]
    public void PolyakAverage_LoadedState_GoesOn()
    {
        var first = new PolyakAverage(0.5);
        first.State.Should().BeNull();
        first.Add(1, 3);
        var second = new PolyakAverage(0.5) { State = first.State };
        first.Add(100, 100);
        second.Add(3, 3).ToArray().Should().Equal(2, 3);
    }

    private static TriggerCounting Counting(JsonElement item) => item.GetProperty("mode").GetString() == "accumulative" ? TriggerCounting.Total : TriggerCounting.Increment;
}
