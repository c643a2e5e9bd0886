using Layg.Sampling;

namespace Layg.Tests.Sampling;

public sealed class EnsembleStateTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("ensemble-state-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Load_SavedState_ContinuesBitForBit()
    {
        var sampler = new EnsembleSampler(Density(), new EnsembleOptions { Seed = 6, Moves = [new(new StretchMove()), new(new WalkMove())] });
        Chain whole = sampler.Run(Targets.Start(10, 2), 50);
        EnsembleState state = sampler.Run(Targets.Start(10, 2), 20).Last;
        string path = Path.Combine(_folder, "state.json");

        state.Save(path);
        EnsembleState loaded = EnsembleState.Load(path);

        loaded.Step.Should().Be(20);
        loaded.Walkers.Should().Be(10);
        loaded.BlobNames.Should().Equal("error");
        loaded.Positions.ToArray().Should().Equal(state.Positions.ToArray());
        loaded.LogDensities.ToArray().Should().Equal(state.LogDensities.ToArray());
        loaded.Blobs.ToArray().Should().Equal(state.Blobs.ToArray());
        sampler.Run(loaded, 30).Positions.ToArray().Should().Equal(whole.Positions[(20 * 20)..].ToArray());
    }

    [Test]
    public void Save_ExistingFile_IsReplacedAndNothingElseIsLeft()
    {
        string path = Path.Combine(_folder, "state.json");
        File.WriteAllText(path, "old");

        State().Save(path);

        EnsembleState.Load(path).Step.Should().Be(3);
        Directory.GetFiles(_folder).Should().Equal(path);
    }

    [Test]
    public void Save_FolderMissing_ThrowsAndLeavesNothing()
    {
        FluentActions.Invoking(() => State().Save(Path.Combine(_folder, "none", "state.json"))).Should().Throw<DirectoryNotFoundException>();

        Directory.GetFileSystemEntries(_folder).Should().BeEmpty();
    }

    [Test]
    public void ToJson_InfiniteLogDensity_RoundTrips()
    {
        double[][] start = Targets.Start(10, 2);
        double marked = start[2][0];
        EnsembleState state = new EnsembleSampler(LogDensity.FromFunction(2, x => x[0] == marked ? double.NegativeInfinity : -x[0] * x[0])).Start(start).State;

        EnsembleState.FromJson(state.ToJson()).LogDensities[2].Should().Be(double.NegativeInfinity);
    }

    [Test]
    public void Load_DamagedFile_ThrowsInvalidData()
    {
        string json = State().ToJson();
        ShouldRefuse("");
        ShouldRefuse("null");
        ShouldRefuse("not json");
        ShouldRefuse("{}");
        ShouldRefuse(json[..(json.Length / 2)]);
        ShouldRefuse(json[..^1]);
        ShouldRefuse(json.Replace("\"step\":3", "\"step\":4", StringComparison.Ordinal));
        ShouldRefuse(json.Replace("\"step\":3", "\"step\":-3", StringComparison.Ordinal));
        ShouldRefuse(json.Replace("\"used\":", "\"used\":9", StringComparison.Ordinal));
        ShouldRefuse(json.Replace("\"blobNames\":[\"error\"]", "\"blobNames\":null", StringComparison.Ordinal));
        ShouldRefuse(json.Replace("\"blobNames\":[\"error\"]", "\"blobNames\":[\"other\"]", StringComparison.Ordinal));
        ShouldRefuse(json.Replace("\"positions\":[", "\"positions\":[1,", StringComparison.Ordinal));
        ShouldRefuse(json.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)).WithMessage("*version 2*");

        FluentAssertions.Specialized.ExceptionAssertions<InvalidDataException> ShouldRefuse(string text)
        {
            text.Should().NotBe(json);
            string path = Path.Combine(_folder, "damaged.json");
            File.WriteAllText(path, text);
            FluentActions.Invoking(() => EnsembleState.FromJson(text)).Should().Throw<InvalidDataException>();
            return FluentActions.Invoking(() => EnsembleState.Load(path)).Should().Throw<InvalidDataException>().WithMessage("*damaged.json*");
        }
    }

    [Test]
    public void Load_NoFile_ThrowsFileNotFound() =>
        FluentActions.Invoking(() => EnsembleState.Load(Path.Combine(_folder, "none.json"))).Should().Throw<FileNotFoundException>();

    private static EnsembleState State() => new EnsembleSampler(Density()).Run(Targets.Start(10, 2), 3).Last;

    private static ILogDensity Density() => LogDensity.FromFunction(2, ["error"], (x, blobs) => (blobs[0] = -0.5 * Targets.Dot(x, x)) / 3);
}
