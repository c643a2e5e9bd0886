using Layg.Calibration;
using static SharedSource.EmulatorOption;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Settings of <see cref="CholeskyKnnEmulator"/>.</summary>
public sealed record CholeskyKnnOptions
{
    internal const int LargestDegree = 6;

    /// <summary>
    /// The settings closest to the first Python package: no incremental insertion, a calibration set of any size, and the mean error
    /// a D + b D^c. Use it with a learner that holds out half of the points.
    /// </summary>
    public static CholeskyKnnOptions Original => new()
    {
        Incremental = false,
        MinimumCalibrationPoints = 1,
        ErrorModel = ErrorModelKind.PowerLaw,
    };

    /// <summary>Degree of the local polynomial (δ). Range: 0 to 6. Default: 2. Lowered where the points do not suffice for it.</summary>
    public int Degree { get; set; } = 2;

    /// <summary>
    /// Neighbours of a local fit (k). Range: above the number of monomials of <see cref="Degree"/>, to 100000. Default: null, twice the
    /// number of monomials.
    /// </summary>
    public int? Neighbours { get; set; }

    /// <summary>What the predicted error is made of. Default: <see cref="ErrorModelKind.Conformal"/>.</summary>
    public ErrorModelKind ErrorModel { get; set; } = ErrorModelKind.Conformal;

    /// <summary>The proxy of <see cref="ErrorModelKind.Ratio"/>. Default: <see cref="RatioProxy.HarmonicMeanDistance"/>.</summary>
    public RatioProxy RatioProxy { get; set; } = RatioProxy.HarmonicMeanDistance;

    /// <summary>
    /// The share of true errors that the predicted error shall cover. Range: 0 to 1, both excluded. Default: 0.9545 (two standard
    /// deviations). <see cref="ErrorModelKind.PowerLaw"/> predicts a mean and has no level.
    /// </summary>
    public double DecisionLevel { get; set; } = 0.9545;

    /// <summary>
    /// The most points that the error model is calibrated on; they are drawn at random where there are more. Range: at least 1.
    /// Default: 2000.
    /// </summary>
    public int CalibrationPoints { get; set; } = 2000;

    /// <summary>The fewest calibration points that allow a fit. Range: at least 1. Default: 100.</summary>
    public int MinimumCalibrationPoints { get; set; } = 100;

    /// <summary>Where emulation ends. Default: <see cref="DomainGuardRule.DistanceQuantile"/>.</summary>
    public DomainGuardRule DomainGuard { get; set; } = DomainGuardRule.DistanceQuantile;

    /// <summary>
    /// How far outside the bounding box of the points, in whitened coordinates and in units of the box's width, a query may lie.
    /// Range: 0 and above. Default: 0.1.
    /// </summary>
    public double BoxMargin { get; set; } = 0.1;

    /// <summary>
    /// A scalar of the output on which errors are measured instead of the largest absolute difference of a component. Default: null.
    /// A stored emulator does not hold it: set the same functional before loading.
    /// </summary>
    public OutputFunctional? ErrorFunctional { get; set; }

    /// <summary>Whether the fitted emulator takes points without a new fit. Default: true.</summary>
    public bool Incremental { get; set; } = true;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(Degree is >= 0 and <= LargestDegree, nameof(Degree), Degree, $"0 to {LargestDegree}");
        Require(Neighbours is null or (>= 2 and <= 100_000), nameof(Neighbours), Neighbours, "2 to 100000, or null");
        Require(Enum.IsDefined(ErrorModel), nameof(ErrorModel), ErrorModel, "a named value");
        Require(Enum.IsDefined(RatioProxy), nameof(RatioProxy), RatioProxy, "a named value");
        Require(DecisionLevel is > 0 and < 1, nameof(DecisionLevel), DecisionLevel, "between 0 and 1, both excluded");
        Require(CalibrationPoints >= 1, nameof(CalibrationPoints), CalibrationPoints, "at least 1");
        Require(
            MinimumCalibrationPoints >= 1 && MinimumCalibrationPoints <= CalibrationPoints,
            nameof(MinimumCalibrationPoints),
            MinimumCalibrationPoints,
            $"1 to CalibrationPoints ({CalibrationPoints})");
        Require(Enum.IsDefined(DomainGuard), nameof(DomainGuard), DomainGuard, "a named value");
        Require(double.IsFinite(BoxMargin) && BoxMargin >= 0, nameof(BoxMargin), BoxMargin, "0 and above, finite");
        Require(
            ErrorModel != ErrorModelKind.Ratio || RatioProxy != RatioProxy.DegreeDifference || Degree >= 1,
            nameof(RatioProxy),
            RatioProxy,
            "the difference of two degrees needs Degree of at least 1");
    }
}
