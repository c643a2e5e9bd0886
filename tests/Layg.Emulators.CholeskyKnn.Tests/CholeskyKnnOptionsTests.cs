using Layg.Calibration;

namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class CholeskyKnnOptionsTests
{
    [TestCaseSource(nameof(BadOptions))]
    public void Constructor_BadOption_NamesItItsValueAndTheRange(CholeskyKnnOptions options, string name, string value) =>
        FluentActions.Invoking(() => new CholeskyKnnEmulator(options)).Should().Throw<ArgumentException>()
            .WithMessage($"*{name} is {value}; allowed: *").And.ParamName.Should().Be("options." + name);

    [Test]
    public void Constructor_DefaultsAndOriginal_AreValid()
    {
        _ = new CholeskyKnnEmulator();
        _ = new CholeskyKnnEmulator(CholeskyKnnOptions.Original);
        CholeskyKnnOptions.Original.Incremental.Should().BeFalse();
        CholeskyKnnOptions.Original.MinimumCalibrationPoints.Should().Be(1);
        CholeskyKnnOptions.Original.Should().NotBeSameAs(CholeskyKnnOptions.Original);
    }

    [Test]
    public void Constructor_OptionsChangedLater_KeepsItsOwn()
    {
        CholeskyKnnOptions options = new() { Degree = 1 };
        CholeskyKnnEmulator emulator = new(options);
        options.Degree = -1;

        var fitted = (FittedCholeskyKnn)emulator.Fit(TestFunctions.Known("dot", TestFunctions.Normal(300, 2, 1), 2), TestFunctions.Context());

        fitted.Local.Degree.Should().Be(1);
    }

    private static IEnumerable<TestCaseData> BadOptions()
    {
        CholeskyKnnOptions good = new();
        yield return new(good with { Degree = -1 }, "Degree", "-1");
        yield return new(good with { Degree = 7 }, "Degree", "7");
        yield return new(good with { Neighbours = 1 }, "Neighbours", "1");
        yield return new(good with { ErrorModel = (ErrorModelKind)9 }, "ErrorModel", "9");
        yield return new(good with { RatioProxy = (RatioProxy)(-1) }, "RatioProxy", "-1");
        yield return new(good with { DecisionLevel = 1 }, "DecisionLevel", "1");
        yield return new(good with { DecisionLevel = double.NaN }, "DecisionLevel", "NaN");
        yield return new(good with { CalibrationPoints = 0 }, "CalibrationPoints", "0");
        yield return new(good with { MinimumCalibrationPoints = 0 }, "MinimumCalibrationPoints", "0");
        yield return new(good with { MinimumCalibrationPoints = 2001 }, "MinimumCalibrationPoints", "2001");
        yield return new(good with { DomainGuard = (DomainGuardRule)7 }, "DomainGuard", "7");
        yield return new(good with { BoxMargin = -0.1 }, "BoxMargin", "-0.1");
        yield return new(good with { BoxMargin = double.PositiveInfinity }, "BoxMargin", "Infinity");
        yield return new(
            good with { Degree = 0, ErrorModel = ErrorModelKind.Ratio, RatioProxy = RatioProxy.DegreeDifference }, "RatioProxy", "DegreeDifference");
    }
}
