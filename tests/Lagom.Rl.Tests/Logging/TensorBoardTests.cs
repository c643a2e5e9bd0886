using System.Text;

namespace Lagom.Rl.Tests;

public sealed class TensorBoardTests
{
    [Test]
    public void Crc32C_KnownText_HasItsPublishedChecksum() =>
        EventFileReader.Crc32C("123456789"u8).Should().Be(0xe3069283, "the reader of these tests must itself be right");

    [Test]
    public void Write_Scalars_AreReadBackByTheFormatAlone()
    {
        using var folder = new TemporaryFolder();
        List<List<(int Field, object Content)>> events = Written(folder, sink =>
        {
            sink.Write(5, new Dictionary<string, double> { ["loss"] = 0.25, ["é/return"] = double.NaN });
            sink.Write(1_000_000_000_000, new Dictionary<string, double> { ["loss"] = -1e30 });
        });

        events.Should().HaveCount(3);
        events[0].Text(3).Should().Be("brain.Event:2");
        events[0].Double(1).Should().BeInRange(1.7e9, 9e9);
        events[1].Integer(2).Should().Be(5);
        List<(int Field, object Content)>[] values = [.. EventFileReader.Fields(events[1].Bytes(5)).Messages(1)];
        values[0].Text(1).Should().Be("loss");
        values[0].Single(2).Should().Be(0.25f);
        values[1].Text(1).Should().Be("é/return");
        values[1].Single(2).Should().Be(float.NaN);
        events[2].Integer(2).Should().Be(1_000_000_000_000);
        events[2].Single(5, 1, 2).Should().Be(-1e30f);
    }

    [Test]
    public void WriteHistogram_Numbers_AreCountedInBins()
    {
        using var folder = new TemporaryFolder();
        List<List<(int Field, object Content)>> events = Written(folder, sink =>
        {
            sink.WriteHistogram(1, "weights", [0, 0.1, 0.9, 1, 2, 3, 4, double.NaN, double.PositiveInfinity], bins: 4);
            sink.WriteHistogram(2, "same", [7, 7, 7]);
            sink.WriteHistogram(3, "nothing", [double.NaN]);
        });

        events.Should().HaveCount(3, "what has no finite number is not written");
        List<(int Field, object Content)> histogram = EventFileReader.Fields(events[1].Bytes(5, 1, 5));
        histogram.Double(1).Should().Be(0);
        histogram.Double(2).Should().Be(4);
        histogram.Double(3).Should().Be(7);
        histogram.Double(4).Should().BeApproximately(11, 1e-12);
        histogram.Double(5).Should().BeApproximately(0.01 + 0.81 + 1 + 4 + 9 + 16, 1e-12);
        histogram.Doubles(6).Should().Equal(1, 2, 3, 4);
        histogram.Doubles(7).Should().Equal(3, 1, 1, 2);
        EventFileReader.Fields(events[2].Bytes(5, 1, 5)).Doubles(7).Should().Equal(3);
    }

    [Test]
    public void WriteTextAndImage_AreWhatTheirPluginsExpect()
    {
        using var folder = new TemporaryFolder();
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 30, 0, 0, 0, 20, 8, 2, 0, 0, 0, 1, 2, 3, 4];
        List<List<(int Field, object Content)>> events = Written(folder, sink =>
        {
            sink.WriteText(1, "notes", "**bold**");
            sink.WriteImage(2, "frame", png);
            sink.Invoking(s => s.WriteImage(3, "frame", "no image"u8)).Should().Throw<ArgumentException>().WithMessage("*PNG*");
        });

        events[1].Text(5, 1, 8, 8).Should().Be("**bold**");
        EventFileReader.Fields(events[1].Bytes(5, 1, 8)).Integer(1).Should().Be(7, "DT_STRING");
        events[1].Text(5, 1, 9, 1, 1).Should().Be("text");
        List<(int Field, object Content)> image = EventFileReader.Fields(events[2].Bytes(5, 1, 4));
        image.Integer(1).Should().Be(20);
        image.Integer(2).Should().Be(30);
        image.Integer(3).Should().Be(3);
        image.Bytes(4).Should().Equal(png);
    }

    [Test]
    public void WriteHyperparameters_AreTheMessagesOfThePlugin()
    {
        using var folder = new TemporaryFolder();
        Configuration configuration = new ConfigSpace { ["lr"] = 0.5, ["env"] = "CartPole-v1", ["fast"] = true, ["sizes"] = new[] { 64, 64 } }.Expand()[0];
        List<List<(int Field, object Content)>> events = Written(folder, sink => sink.WriteHyperparameters(configuration, "eval/return"));

        List<(int Field, object Content)>[] values = [.. EventFileReader.Fields(events[1].Bytes(5)).Messages(1)];
        values[0].Text(1).Should().Be("_hparams_/experiment");
        values[0].Text(9, 1, 1).Should().Be("hparams");
        List<(int Field, object Content)> experiment = EventFileReader.Fields(EventFileReader.Fields(values[0].Bytes(9, 1, 2)).Bytes(2));
        experiment.Messages(4).Select(info => (info.Text(1), info.Integer(4))).Should().Equal(("lr", 3), ("env", 1), ("fast", 2), ("sizes", 1));
        experiment.Text(5, 1, 2).Should().Be("eval/return");
        List<(int Field, object Content)>[] start = [.. EventFileReader.Fields(EventFileReader.Fields(values[1].Bytes(9, 1, 2)).Bytes(3)).Messages(1)];
        start[0].Double(2, 2).Should().Be(0.5);
        start[1].Text(2, 3).Should().Be("CartPole-v1");
        EventFileReader.Fields(start[2].Bytes(2)).Integer(4).Should().Be(1);
        start[3].Text(2, 3).Should().Be("[64,64]");
    }

    [Test]
    public void Sinks_OfOneFolder_HaveFilesOfTheirOwn()
    {
        using var folder = new TemporaryFolder();
        using var first = new TensorBoardSink(folder["run"]);
        using var second = new TensorBoardSink(folder["run"]);
        second.Path.Should().NotBe(first.Path);
        Path.GetFileName(first.Path).Should().MatchRegex(@"^events\.out\.tfevents\.\d{10}\.");
    }

    [Test]
    public void All_SeveralSinks_GetTheSame()
    {
        using var folder = new TemporaryFolder();
        using (IMetricSink all = MetricSinks.All(new JsonLinesSink(folder["a"]), new JsonLinesSink(folder["b"])))
        {
            all.Write(1, new Dictionary<string, double> { ["x"] = 2 });
            all.Flush();
        }

        File.ReadAllText(folder["b"], Encoding.UTF8).Should().Be(File.ReadAllText(folder["a"])).And.NotBeEmpty();
    }

    private static List<List<(int Field, object Content)>> Written(TemporaryFolder folder, Action<TensorBoardSink> write)
    {
        string path;
        using (var sink = new TensorBoardSink(folder["run"]))
        {
            write(sink);
            path = sink.Path;
        }

        return EventFileReader.Read(path);
    }
}
