using Layg;
using Layg.Calibration;
using Shared.Tensors;

namespace Emulators;

/// <summary>
/// Whether predicted errors cover what they say, for any emulator: on five functions, 1500 known and 4000 fresh points uniform in the unit
/// cube, the coverage at one and two standard deviations lies within 10 points of nominal. Of the deviations, 0.7 points are
/// statistics of the fresh points, and about 1.5 of the calibration.
/// </summary>
public abstract class EmulatorCoverageContract
{
    private const double Tolerance = 0.1;
    private const int Known = 1500;
    private const int Fresh = 4000;

    protected virtual int Dimension => 2;

    protected abstract IEmulator Create();

    /// <summary>How far the coverage at one standard deviation may lie from nominal; more where a shortfall is known and stated.</summary>
    protected virtual double ToleranceOf(string name) => Tolerance;

    [Test]
    public void Fit_UniformPoints_ErrorsCoverBothLevels([ValueSource(typeof(ReferenceFunctions), nameof(ReferenceFunctions.Coverage))] string name)
    {
        var random = new RandomStream(21);
        TrainingSet known = ReferenceFunctions.Uniform(name, Known, Dimension, random.Split("known"));
        TrainingSet fresh = ReferenceFunctions.Uniform(name, Fresh, Dimension, random.Split("fresh"));
        IFittedEmulator fitted = Fit(known, new FitContext(random.Split("fit")));
        CalibrationReport report = CalibrationReport.Of(fitted, fresh);
        TestContext.Out.WriteLine($"{TestContext.CurrentContext.Test.FullName}{Environment.NewLine}{report}");
        report.Answered.Should().BeGreaterThan(Fresh * 95 / 100);
        report.Levels.Should().HaveCount(2);
        foreach (LevelCoverage level in report.Levels)
            level.Coverage.Should().BeApproximately(level.Level, ToleranceOf(name), name);
    }

    private IFittedEmulator Fit(TrainingSet known, FitContext context)
    {
        IEmulator emulator = Create();
        if (emulator is ILeaveOneOutEmulator leaveOneOut)
            return leaveOneOut.Fit(known, context);
        (TrainingSet training, TrainingSet heldOut) = known.Split(0.5, context.Random.Split("split"));
        return emulator.Fit(training, heldOut, context);
    }
}
