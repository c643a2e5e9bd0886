using System.Text.Json;

namespace ExpUtils.Tests.Collection;

[TestFixture]
public sealed class CollectorTests
{
    private static IEnumerable<TestCaseData> Scripts() =>
        Golden.Read("collector.json").Items("cases").Where(item => item.Items("frames").Any()).Select(item => new TestCaseData(item).SetArgDisplayNames(item.Text("label")));

    [TestCaseSource(nameof(Scripts))]
    public void Script_OfCalls_StoresTheReferencesFrames(JsonElement golden)
    {
        var samplers = golden.GetProperty("config").EnumerateObject().ToDictionary(item => item.Name, item => Samplers.From(item.Value));
        var collector = new Collector(samplers, Samplers.From(golden.GetProperty("default")));
        if (golden.GetProperty("constructor_idx").ValueKind == JsonValueKind.Number)
            collector.SetIndex(golden.Integer("constructor_idx"));

        foreach (JsonElement operation in golden.Items("operations"))
            Run(collector, operation, golden);

        JsonElement[] expected = [.. golden.Items("frames")];
        CollectedFrame[] frames = [.. collector.Indices.SelectMany(collector.GetFrames)];
        frames.Select(frame => (frame.Index, frame.Number)).Should().Equal(expected.Select(frame => (frame.Integer("idx"), frame.Integer("frame"))));
        for (int i = 0; i < frames.Length; i++)
            Cells(frames[i]).Should().BeEquivalentTo(Cells(expected[i], IsLeak(golden)));
        collector.Keys.Should().Equal(golden.Items("keys").Select(key => key.GetString()));
    }

    [Test]
    public void NextFrame_WithValuesButNoIndex_Throws()
    {
        var collector = new Collector();
        collector.NextFrame();
        collector.Collect("r", 1);
        collector.Invoking(it => it.NextFrame()).Should().Throw<InvalidOperationException>().WithMessage("*SetIndex*");
    }

    [Test]
    public void Get_NameThatSomeFramesLack_GivesWhatIsThere()
    {
        var collector = new Collector();
        collector.SetIndex(4);
        collector.NextFrame();
        collector.Collect("r", 1);
        collector.NextFrame();
        collector.Collect("q", 2);
        collector.NextFrame();
        collector.Get("r", 4).Should().Equal(1);
        collector.Get("q", 4).Should().Equal(2);
        collector.Get("none", 4).Should().BeEmpty();
        collector.GetLast("q").Should().Be(2);
        collector.GetLast("none").Should().BeNull();
        collector.Indices.Should().Equal(4);
    }

    [Test]
    public void SetIndex_AfterAnotherIndex_StartsSamplersAfresh()
    {
        var collector = new Collector(new Dictionary<string, ISampler> { ["m"] = Sampler.MovingAverage(0.5), ["w"] = Sampler.Window(2) });
        foreach (long index in new long[] { 0, 1 })
        {
            collector.SetIndex(index);
            for (int step = 1; step <= 3; step++)
            {
                collector.NextFrame();
                collector.Collect("m", step);
                collector.Collect("w", step);
            }
        }

        collector.Reset();
        collector.Get("m", 0).Should().Equal(0.5, 1.25, 2.125);
        collector.Get("m", 1).Should().Equal(0.5, 1.25, 2.125);
        collector.Get("w", 1).Should().Equal(1.5, 3);
        collector.GetFrames(1)[^1].Number.Should().Be(3);
    }

    [Test]
    public void Collect_PerSample_AllocatesNothing()
    {
        var collector = new Collector(new Dictionary<string, ISampler> { ["a"] = Sampler.Window(10), ["s"] = Sampler.Subsample(3) });
        collector.SetIndex(0, new CountingSink());
        Allocations.Of(() =>
        {
            for (int step = 0; step < 10_000; step++)
            {
                collector.NextFrame();
                collector.Collect("a", step);
                collector.Collect("b", step);
                collector.Evaluate("s", step, static value => value);
            }
        }).Should().Be(0);
    }

    [Test]
    public void SetIndex_WithASink_StreamsEverythingOnce()
    {
        var sink = new CountingSink();
        var collector = new Collector();
        collector.SetIndex(0, sink);
        for (int step = 0; step < 10_000; step++)
        {
            collector.NextFrame();
            collector.Collect("b", step);
        }

        sink.Frames.Should().BeInRange(4096, 9999);
        collector.Reset();
        sink.Frames.Should().Be(10_000);
        sink.Sum.Should().Be(49_995_000);
        collector.Get("b", 0).Should().BeEmpty();
    }

    private static void Run(Collector collector, JsonElement operation, JsonElement golden)
    {
        JsonElement[] parts = [.. operation.EnumerateArray()];
        JsonElement? log = golden.Items("log").Cast<JsonElement?>().FirstOrDefault(item => JsonElement.DeepEquals(item!.Value.GetProperty("op"), operation));
        switch (parts[0].GetString())
        {
            case "setIdx":
                collector.SetIndex(parts[1].GetInt64());
                break;
            case "next_frame":
                collector.NextFrame();
                break;
            case "collect":
                collector.Collect(parts[1].GetString()!, parts[2].GetDouble());
                break;
            case "evaluate":
                int calls = 0;
                collector.Evaluate(parts[1].GetString()!, () => parts[2].GetDouble() + (0 * calls++));
                calls.Should().Be(log!.Value.GetProperty("callback_invocations").GetInt32());
                break;
            case "reset":
                collector.Reset();
                break;
            case "addContext":
                collector.AddContext(parts[1].GetString()!, ParameterValue.From(parts[2]));
                break;
            case "setContext":
                collector.SetContext(parts[1].EnumerateObject().Select(item => KeyValuePair.Create(item.Name, ParameterValue.From(item.Value))));
                break;
            case "get_last":
                collector.GetLast(parts[1].GetString()!).Should().Be(log!.Value.GetProperty("result").GetDouble());
                break;
            case "get" when log!.Value.TryGetProperty("result", out _):
                golden.Items("log").Where(item => JsonElement.DeepEquals(item.GetProperty("op"), operation)).Select(item => item.GetProperty("result").Numbers())
                    .Should().ContainEquivalentOf(collector.Get(parts[1].GetString()!, parts[2].GetInt64()));
                break;
        }
    }

    private static Dictionary<string, string> Cells(CollectedFrame frame) => frame.Values
        .Select(pair => KeyValuePair.Create(pair.Key, ParameterValue.From(pair.Value).Text))
        .Concat(frame.Context.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Text)))
        .ToDictionary();

    // The reference carries the moving average of index 0 over into index 1; there it is 0.5, 1.25, 2.125 again.
    private static Dictionary<string, string> Cells(JsonElement frame, bool isLeak) => frame.EnumerateObject()
        .Where(cell => cell.Name is not ("idx" or "frame"))
        .ToDictionary(
            cell => cell.Name,
            cell => isLeak && cell.Name == "m" && frame.Integer("idx") == 1
                ? new[] { "0.5", "1.25", "2.125" }[frame.Integer("frame")]
                : ParameterValue.From(cell.Value).Text);

    private static bool IsLeak(JsonElement golden) => golden.Text("label").Contains("leaks", StringComparison.Ordinal);

    private sealed class CountingSink : IMeasurementSink
    {
        public long Frames { get; private set; }

        public double Sum { get; private set; }

        public void Write(string metric, ReadOnlySpan<long> frames, ReadOnlySpan<double> values)
        {
            Frames += frames.Length;
            foreach (double value in values)
                Sum += value;
        }
    }
}
