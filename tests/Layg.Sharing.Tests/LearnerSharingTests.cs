using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Layg.Sharing.Tests;

public sealed class LearnerSharingTests
{
    private string _folder = "";

    private string File => Path.Combine(_folder, "points.sqlite");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("layg-sharing").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Connect_TwoLearners_LearnFromEachOther()
    {
        int calls = 0;
        using Learner one = Wrap(() => Interlocked.Increment(ref calls));
        using Learner other = Wrap(() => Interlocked.Increment(ref calls));
        using var oneStore = SqlitePointStore.Open(File, 1, 1);
        using var otherStore = SqlitePointStore.Open(File, 1, 1);
        using LearnerSharing oneSharing = LearnerSharing.Connect(one, oneStore, new SharingOptions { ReadInterval = TimeSpan.Zero });
        using LearnerSharing otherSharing = LearnerSharing.Connect(other, otherStore, new SharingOptions { ReadInterval = TimeSpan.Zero });
        for (int i = 0; i < 100; i++)
        {
            one.Evaluate([i / 100.0]);
            other.Evaluate([(i + 0.5) / 100]);
        }

        calls.Should().Be(200);
        oneSharing.Synchronise();
        otherSharing.Synchronise();
        (one.Statistics.Points, other.Statistics.Points).Should().Be((200, 200));
        (oneSharing.Sent, oneSharing.Received).Should().Be((100, 100));
        one.Evaluate([0.505]).Source.Should().Be(EvaluationSource.Known);
        other.Evaluate([0.5071]).Source.Should().Be(EvaluationSource.Emulated, "150 points were reached together");
    }

    [Test]
    public void Share_InAHost_UsesTheConfiguredInterval()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg().AddInterpolation()
            .ConfigureSharing(options => options.ReadInterval = TimeSpan.Zero).Services.BuildServiceProvider();
        var factory = services.GetRequiredService<LearnerFactory>();
        using Learner learner = factory.Wrap(x => x[0], dimension: 1);
        using var store = SqlitePointStore.Open(File, 1, 1);
        using LearnerSharing sharing = factory.Share(learner, store);
        using var others = SqlitePointStore.Open(File, 1, 1);
        others.Add([0.25], [0.25]);

        learner.Evaluate([0.5]);

        learner.Evaluate([0.25]).Source.Should().Be(EvaluationSource.Known, "with the default of a second it would not be fetched yet");
    }

    [Test]
    public void Share_NegativeInterval_IsRefusedByName()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg().AddInterpolation()
            .ConfigureSharing(options => options.ReadInterval = TimeSpan.FromSeconds(-1)).Services.BuildServiceProvider();
        var factory = services.GetRequiredService<LearnerFactory>();
        using Learner learner = factory.Wrap(x => x[0], dimension: 1);
        using var store = SqlitePointStore.Open(File, 1, 1);
        factory.Invoking(f => f.Share(learner, store)).Should().Throw<OptionsValidationException>().WithMessage("*ReadInterval*");
    }

    [Test]
    public void Connect_StoreWithPoints_TrainsAtOnce()
    {
        using (var earlier = SqlitePointStore.Open(File, 1, 1))
        {
            for (int i = 0; i < 300; i++)
                earlier.Add([i / 300.0], [Math.Sin(i / 300.0)]);
        }

        using Learner learner = Wrap(() => Assert.Fail("Everything was known."));
        using var store = SqlitePointStore.Open(File, 1, 1);
        using LearnerSharing sharing = LearnerSharing.Connect(learner, store);
        learner.Evaluate([0.1234]).Source.Should().Be(EvaluationSource.Emulated);
    }

    [Test]
    public void Synchronise_OwnEvaluationOfAnEarlierProcess_IsNotCountedAgain()
    {
        using (var earlier = SqlitePointStore.Open(File, 1, 1))
            earlier.Add([1], [3]);
        using Learner learner = Wrap(() => { });
        learner.AddData(new TrainingSet(new double[] { 1 }, new double[] { 3 }, 1, 1));
        using var store = SqlitePointStore.Open(File, 1, 1);
        using LearnerSharing sharing = LearnerSharing.Connect(learner, store);
        learner.AddData(new TrainingSet(new double[] { 1 }, new double[] { 6 }, 1, 1));
        learner.Evaluate([1]).Value.Should().Be(4.5, "the mean of two evaluations, one of which was stored");
    }

    [Test]
    public void Evaluate_StoreFails_GoesOnAloneAndStoresLater()
    {
        using Learner learner = Wrap(() => { });
        var store = new FailingStore();
        using LearnerSharing sharing = LearnerSharing.Connect(learner, store, new SharingOptions { ReadInterval = TimeSpan.Zero });
        store.Fails = true;
        learner.Evaluate([1]).Value.Should().Be(Math.Sin(1));
        learner.Evaluate([2]);
        (sharing.Unstored, store.Stored).Should().Be((2, 0));
        store.Fails = false;
        learner.Evaluate([3]);
        (sharing.Unstored, store.Stored, sharing.Sent).Should().Be((0, 3, 3));
    }

    [Test]
    public void Evaluate_FrozenLearner_StoresButLearnsNothing()
    {
        using Learner learner = Wrap(() => { });
        using var store = SqlitePointStore.Open(File, 1, 1);
        using var other = SqlitePointStore.Open(File, 1, 1);
        using LearnerSharing sharing = LearnerSharing.Connect(learner, store, new SharingOptions { ReadInterval = TimeSpan.Zero });
        learner.Freeze();
        other.Add([5], [5]);
        learner.Evaluate([1]);
        learner.Statistics.Points.Should().Be(0);
        other.ReadAfter(0, 10).Should().ContainSingle().Which.X.Should().Equal(1);
    }

    [Test]
    public void Connect_EvaluationMeanwhile_IsStored()
    {
        using Learner learner = Wrap(() => { });
        var store = new FailingStore();
        store.OnRead = () =>
        {
            store.OnRead = null;
            learner.Evaluate([7]);
        };
        using LearnerSharing sharing = LearnerSharing.Connect(learner, store);
        (store.Stored, sharing.Sent).Should().Be((1, 1));
    }

    [Test]
    public void Connect_StoreCannotBeRead_LeavesTheLearnerAlone()
    {
        using Learner learner = Wrap(() => { });
        var store = new FailingStore { OnRead = () => throw new IOException("The disk is gone.") };
        FluentActions.Invoking(() => LearnerSharing.Connect(learner, store)).Should().Throw<IOException>();
        store.OnRead = null;
        learner.Evaluate([7]);
        store.Stored.Should().Be(0);
    }

    [Test]
    public void Connect_OtherDimension_IsRefused()
    {
        using Learner learner = Wrap(() => { });
        using var store = SqlitePointStore.Open(File, 2, 1);
        FluentActions.Invoking(() => LearnerSharing.Connect(learner, store)).Should().Throw<ArgumentException>().WithMessage("*dimension 2*have 1*");
        FluentActions.Invoking(() => LearnerSharing.Connect(learner, store, new SharingOptions { ReadInterval = TimeSpan.FromSeconds(-1) }))
            .Should().Throw<ArgumentException>().WithMessage("*ReadInterval*not be negative*");
    }

    private static Learner Wrap(Action called) => Learner.Wrap(
        x =>
        {
            called();
            return Math.Sin(x[0]);
        },
        1,
        new InterpolationEmulator(),
        new LearnerOptions { InitialTrainingThreshold = 150, AbsoluteTolerance = 0.01 });

    private sealed class FailingStore : ISharedPointStore
    {
        public bool Fails { get; set; }

        public int Stored { get; private set; }

        public Action? OnRead { get; set; }

        public int InputDimension => 1;

        public bool Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        {
            if (Fails)
                throw new IOException("The disk is full.");
            Stored++;
            return true;
        }

        public IReadOnlyList<SharedPoint> ReadAfter(long position, int most)
        {
            OnRead?.Invoke();
            return [];
        }

        public void Dispose()
        {
        }
    }
}
