namespace Layg.Calibration;

/// <summary>How an emulator turns what it sees around a query into a predicted error.</summary>
public enum ErrorModelKind
{
    /// <summary>
    /// Split-conformal bar over the geometric mean of local spread and a power law of distance: <see cref="ConformalErrorBar"/>.
    /// The default: calibrated where points are dense and where they are sparse.
    /// </summary>
    Conformal,

    /// <summary>A mean error a D + b D^c of the neighbour distance D: <see cref="PowerLawErrorModel"/>.</summary>
    PowerLaw,

    /// <summary>A quantile of error over proxy, times the proxy: <see cref="RatioErrorModel"/>.</summary>
    Ratio,
}
