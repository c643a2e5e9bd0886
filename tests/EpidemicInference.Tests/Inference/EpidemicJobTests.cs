using EpidemicInference.Inference;
using Layg;

namespace EpidemicInference.Tests.Inference;

public sealed class EpidemicJobTests
{
    private static readonly JobSettings Small = new() { Seed = 4, Walkers = 8, Steps = 60, Threads = 2 };

    [Test]
    public void Run_StoppedInTheSecondRun_KeepsTheFirst()
    {
        using var stop = new CancellationTokenSource();
        JobResult result = new EpidemicJob(Small, new NoEmulator()).Run(
            progress =>
            {
                if (progress is { Run: "emulated", Done: 30 })
                    stop.Cancel();
            },
            stop.Token);
        result.StoppedEarly.Should().BeTrue();
        result.Exact!.Chain.Steps.Should().Be(60);
        result.Emulated!.Chain.Steps.Should().Be(30);
        result.Comparison.Should().NotBeNull();
    }

    [Test]
    public void Run_StoppedBeforeAnything_HasNoResults()
    {
        JobResult result = new EpidemicJob(Small, new NoEmulator()).Run(_ => { }, new CancellationToken(canceled: true));
        result.StoppedEarly.Should().BeTrue();
        result.Exact.Should().BeNull();
        result.Emulated.Should().BeNull();
    }

    [Test]
    public void Run_EmulatorThatNeverFits_FindsTheSameChainTwice()
    {
        JobResult result = new EpidemicJob(Small, new NoEmulator()).Run(_ => { }, default);
        result.Emulated!.Chain.Positions.Should().Equal(result.Exact!.Chain.Positions);
        result.Emulated.TrueCalls.Should().Be(result.Exact.TrueCalls);
        result.Comparison!.MaxMeanShiftInSd.Should().Be(0);
        result.Audit!.Points.Should().BeEmpty();
    }

    private sealed class NoEmulator : IEmulator
    {
        public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context) => throw new EmulatorFitException("None.");
    }
}
