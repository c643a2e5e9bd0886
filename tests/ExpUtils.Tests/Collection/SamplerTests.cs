using System.Text.Json;

namespace ExpUtils.Tests.Collection;

[TestFixture]
public sealed class SamplerTests
{
    private static IEnumerable<TestCaseData> Sequences() => Cases("sequences");

    private static IEnumerable<TestCaseData> Repeats() => Cases("repeat");

    [TestCaseSource(nameof(Sequences))]
    public void TryNext_OfASequence_MatchesTheReference(JsonElement golden)
    {
        ISampler sampler = Samplers.From(golden.GetProperty("sampler"));
        double[] input = golden.GetProperty("input").Numbers();
        foreach (JsonElement pass in new[] { golden.GetProperty("next"), golden.GetProperty("next") })
        {
            input.Select(value => sampler.TryNext(value, out double sample) ? sample : (double?)null).Should().Equal(Optional(pass));
            sampler.Reset();
        }
    }

    [TestCaseSource(nameof(Sequences))]
    public void TryNext_WithCallbacks_ComputesOnlyWhatIsNeeded(JsonElement golden)
    {
        ISampler sampler = Samplers.From(golden.GetProperty("sampler")).Fresh();
        int[] calls = [.. golden.Items("callback_invocations").Select(count => count.GetInt32())];
        double?[] expected = Optional(golden.GetProperty("next_eval"));
        double[] input = golden.GetProperty("input").Numbers();
        for (int i = 0; i < input.Length; i++)
        {
            int called = 0;
            bool isGiven = sampler.TryNext(() => input[i] + (0 * called++), out double sample);
            called.Should().Be(calls[i]);
            (isGiven ? sample : (double?)null).Should().Be(expected[i]);
        }
    }

    [TestCaseSource(nameof(Sequences))]
    public void TryFlush_AfterASequence_GivesTheRestOnce(JsonElement golden)
    {
        JsonElement settings = golden.GetProperty("sampler");
        ISampler sampler = Samplers.From(settings);
        foreach (double value in golden.GetProperty("input").Numbers())
            sampler.TryNext(value, out _);
        List<double> left = [];
        while (sampler.TryFlush(out double sample))
            left.Add(sample);

        // The reference does not flush pipes; here what a stage has left goes through the stages behind it.
        double[] expected = settings.GetProperty("type").GetString() == "Pipe"
            ? PipeRest(settings.GetProperty("children"))
            : [.. new[] { golden.GetProperty("end") }.Where(end => end.ValueKind != JsonValueKind.Null).Select(end => end.GetDouble())];
        left.Should().Equal(expected);
    }

    [TestCaseSource(nameof(Repeats))]
    public void Repeat_OfAPlan_EqualsThatManyTimesNext(JsonElement golden)
    {
        ISampler sampler = Samplers.From(golden.GetProperty("sampler"));
        golden.Items("plan").Select(step => sampler.Repeat(step[0].GetDouble(), step[1].GetInt32())).Should()
            .BeEquivalentTo(golden.Items("recommended_equals_n_times_next").Select(samples => samples.Numbers()), options => options.WithStrictOrdering());
    }

    [Test]
    public void Options_OutOfRange_AreRefused()
    {
        FluentActions.Invoking(() => Sampler.Window(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Sampler.Subsample(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Sampler.MovingAverage(1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Sampler.MovingAverage(double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Sampler.Pipe()).Should().Throw<ArgumentException>();
    }

    // By hand, from the inputs of the file: windows of two over windows of two have 9 left; the window of three in front of a subsample has nothing.
    private static double[] PipeRest(JsonElement children) =>
        children[0].GetProperty("type").GetString() == "Window" && children[1].GetProperty("type").GetString() == "Window" ? [9.0] : [];

    private static double?[] Optional(JsonElement samples) =>
        [.. samples.EnumerateArray().Select(sample => sample.ValueKind == JsonValueKind.Null ? (double?)null : sample.GetDouble())];

    private static IEnumerable<TestCaseData> Cases(string name) =>
        Golden.Read("samplers.json").Items(name).Select(item => new TestCaseData(item).SetArgDisplayNames(item.GetProperty("sampler").ToString()));
}
