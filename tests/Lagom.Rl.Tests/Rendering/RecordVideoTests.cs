namespace Lagom.Rl.Tests;

public sealed class RecordVideoTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Episodes_Triggered_AreSavedWhole()
    {
        using var pole = new RecordVideo<float[], int>(
            new TimeLimit<float[], int>(new CartPole(), 12),
            new RecordVideoOptions(Path.Combine(_folder, "new")) { EpisodeTrigger = episode => episode != 1, Size = new FrameSize(90, 60) });
        for (int episode = 0; episode < 3; episode++)
        {
            pole.Reset(seed: 1);
            StepResult<float[]> step;
            int steps = 0;
            do
            {
                step = pole.Step(steps++ % 2);
            }
            while (!step.IsOver);
            step.Info.ContainsKey("video").Should().Be(episode != 1);
        }

        pole.Paths.Select(Path.GetFileName).Should().Equal("episode-0.gif", "episode-2.gif");
        List<(Frame Frame, int Delay)> frames = GifReader.Read(File.ReadAllBytes(pole.Paths[0]));
        frames.Should().HaveCount(13, "the first state and twelve steps are shown");
        frames.Should().OnlyContain(frame => frame.Delay == 2, "the task runs at 50 steps a second");
        var again = new CartPole();
        again.Reset(seed: 1);
        frames[0].Frame.Pixels.SequenceEqual(again.Render(new FrameSize(90, 60)).Pixels).Should().BeTrue();
        Directory.GetFiles(Path.Combine(_folder, "new")).Should().HaveCount(2);
    }

    [Test]
    public void Episode_LeftOpen_IsSavedByResetAndDispose()
    {
        var lake = new RecordVideo<int, int>(new FrozenLake(), new RecordVideoOptions(_folder) { Format = VideoFormat.PngFrames, NamePrefix = "lake", MaxFrames = 2 });
        lake.Dispose();
        lake.Paths.Should().BeEmpty("nothing was begun");
        lake.Reset(seed: 1);
        lake.Step(0);
        lake.Step(0);
        lake.Reset();
        lake.Paths.Should().ContainSingle();
        lake.Dispose();
        lake.Dispose();
        lake.Paths.Should().HaveCount(2);
        Directory.GetFiles(Path.Combine(_folder, "lake-0")).Select(Path.GetFileName).Should().BeEquivalentTo("frame-00000.png", "frame-00001.png");
        PngReader.Read(File.ReadAllBytes(Path.Combine(_folder, "lake-1", "frame-00000.png"))).Size.Should().Be(new FrozenLake().FrameSize);
    }

    [Test]
    public void Options_OutOfRange_AreRefused()
    {
        FluentActions.Invoking(() => new RecordVideo<int, int>(new FrozenLake(), new RecordVideoOptions(" "))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new RecordVideo<int, int>(new FrozenLake(), new RecordVideoOptions("x") { FramesPerSecond = 60 })).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*60*");
        FluentActions.Invoking(() => new RecordVideo<int, int>(new FrozenLake(), new RecordVideoOptions("x") { NamePrefix = "a/b" })).Should().Throw<ArgumentException>().WithMessage("*a/b*");
        FluentActions.Invoking(() => new RecordVideo<float[], float[]>(new Script([[0f]], [1], [false]), new RecordVideoOptions("x"))).Should().Throw<NotSupportedException>();
        Enumerable.Range(0, 2001).Where(RecordVideoOptions.CubicEpisodes).Should().Equal(0, 1, 8, 27, 64, 125, 216, 343, 512, 729, 1000, 2000);
    }

    [Test]
    public void Save_FolderInTheWay_ThrowsAndLeavesTheEnvironmentUsable()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "episode-0.gif"));
        var lake = new RecordVideo<int, int>(new TimeLimit<int, int>(new FrozenLake(isSlippery: false), 1), new RecordVideoOptions(_folder));
        lake.Reset(seed: 1);
        lake.Invoking(l => l.Step(2)).Should().Throw<IOException>();
        lake.Reset();
        lake.Step(2).Observation.Should().Be(1);
        lake.Paths.Should().ContainSingle();
    }
}
