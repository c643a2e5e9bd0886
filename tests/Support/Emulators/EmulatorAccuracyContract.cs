using Layg;
using Shared.Tensors;

namespace Emulators;

/// <summary>
/// The Python package's accuracy tests, for any emulator: derive, say how to make it and where it must answer itself. Where it does not, the
/// learner falls back to the true function and its counters say so.
/// </summary>
public abstract class EmulatorAccuracyContract
{
    // The original's tolerances.
    private const double Absolute = 0.05;
    private const double Fractional = 1;

    /// <summary>How many uniform points are learnt before the one training.</summary>
    protected virtual int Points => 10_000;

    protected abstract IEmulator Create();

    /// <summary>Whether the emulator takes functions of so many variables.</summary>
    protected virtual bool Takes(int dimension) => true;

    /// <summary>Whether the emulator itself must answer in the middle.</summary>
    protected virtual bool MustEmulate(string name, int dimension) => name != "step_sum";

    [Test]
    public void Evaluate_UniformPointsLearnt_AnswersTheMiddleWithinTheOriginalsTolerances(
        [ValueSource(typeof(ReferenceFunctions), nameof(ReferenceFunctions.Original))] string name, [Values(1, 2, 3)] int dimension)
    {
        if (!Takes(dimension))
            Assert.Pass($"This emulator does not take functions of {dimension} variables.");
        using Learner learner = Learner.Wrap(
            x => ReferenceFunctions.Evaluate(name, x), dimension, Create(), new LearnerOptions { InitialTrainingThreshold = Points, AbsoluteTolerance = Absolute });
        learner.AddData(ReferenceFunctions.Uniform(name, Points, dimension, new RandomStream(dimension)));
        learner.Statistics.Trainings.Should().Be(1);

        double[] middle = [.. Enumerable.Repeat(0.5, dimension)];
        Evaluation answer = learner.Evaluate(middle);
        double truth = ReferenceFunctions.Evaluate(name, middle);
        Math.Abs(answer.Value - truth).Should().BeLessThan(Absolute);
        (Math.Abs(answer.Value - truth) / Math.Abs(truth)).Should().BeLessThan(Fractional);
        if (MustEmulate(name, dimension))
            answer.Source.Should().Be(EvaluationSource.Emulated);
        LearnerStatistics statistics = learner.Statistics;
        (statistics.Emulated, statistics.Exact, statistics.Refused).Should().Be(answer.IsExact ? (0L, 1L, 1L) : (1L, 0L, 0L));
    }
}
