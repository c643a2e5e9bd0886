using static SharedSource.EmulatorOption;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Settings of <see cref="GaussianProcessEmulator"/>.</summary>
public sealed record GaussianProcessOptions
{
    /// <summary>The covariance function. Default: <see cref="CovarianceKernel.Matern52"/>.</summary>
    public CovarianceKernel Kernel { get; set; } = CovarianceKernel.Matern52;

    /// <summary>Whether every input component has a length scale of its own (automatic relevance determination). Default: true.</summary>
    public bool LengthScalePerInput { get; set; } = true;

    /// <summary>
    /// Whether all outputs share length scales and noise; each keeps an amplitude of its own. A prediction of m outputs then costs hardly more
    /// than one of a single output. Default: true.
    /// </summary>
    public bool ShareHyperparameters { get; set; } = true;

    /// <summary>
    /// Variance added to the diagonal, as a share of the signal variance; the lower bound of the noise where that is fitted. It keeps the
    /// factorisation stable and bounds the smallest predicted deviation. Range: 1e-14 to 1. Default: 1e-12.
    /// </summary>
    public double Nugget { get; set; } = 1e-12;

    /// <summary>Whether noise is a hyper-parameter, too. If not, it is <see cref="Nugget"/>. Default: true.</summary>
    public bool FitNoise { get; set; } = true;

    /// <summary>
    /// Random starts of the search for hyper-parameters beside the standard one. Range: 0 to 1000. Default: 2.
    /// </summary>
    public int Restarts { get; set; } = 2;

    /// <summary>The most points that hyper-parameters are fitted to, drawn at random; time grows with the cube. Range: 10 to 10000. Default: 300.</summary>
    public int HyperparameterPoints { get; set; } = 300;

    /// <summary>
    /// The most points that all take part in every prediction. With more, each prediction uses the <see cref="LocalNeighbours"/> nearest points.
    /// Range: 0 to 10000. Default: 1000.
    /// </summary>
    public int ExactPoints { get; set; } = 1000;

    /// <summary>Points of a local prediction. Range: 2 to 1000. Default: 64.</summary>
    public int LocalNeighbours { get; set; } = 64;

    /// <summary>The share of true errors that the predicted error shall cover. Range: 0 to 1, both excluded. Default: 0.9545 (two standard deviations).</summary>
    public double DecisionLevel { get; set; } = 0.9545;

    /// <summary>The most points that the error bar of local predictions is calibrated on. Range: at least 1. Default: 2000.</summary>
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

    /// <summary>Whether the fitted emulator takes points without a new fit. Default: true.</summary>
    public bool Incremental { get; set; } = true;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Require(Enum.IsDefined(Kernel), nameof(Kernel), Kernel, "a named value");
        Require(Nugget is >= 1e-14 and <= 1, nameof(Nugget), Nugget, "1e-14 to 1");
        Require(Restarts is >= 0 and <= 1000, nameof(Restarts), Restarts, "0 to 1000");
        Require(HyperparameterPoints is >= 10 and <= 10_000, nameof(HyperparameterPoints), HyperparameterPoints, "10 to 10000");
        Require(ExactPoints is >= 0 and <= 10_000, nameof(ExactPoints), ExactPoints, "0 to 10000");
        Require(LocalNeighbours is >= 2 and <= 1000, nameof(LocalNeighbours), LocalNeighbours, "2 to 1000");
        Require(DecisionLevel is > 0 and < 1, nameof(DecisionLevel), DecisionLevel, "between 0 and 1, both excluded");
        Require(CalibrationPoints >= 1, nameof(CalibrationPoints), CalibrationPoints, "at least 1");
        Require(
            MinimumCalibrationPoints >= 1 && MinimumCalibrationPoints <= CalibrationPoints,
            nameof(MinimumCalibrationPoints),
            MinimumCalibrationPoints,
            $"1 to CalibrationPoints ({CalibrationPoints})");
        Require(Enum.IsDefined(DomainGuard), nameof(DomainGuard), DomainGuard, "a named value");
        Require(double.IsFinite(BoxMargin) && BoxMargin >= 0, nameof(BoxMargin), BoxMargin, "0 and above, finite");
    }
}
