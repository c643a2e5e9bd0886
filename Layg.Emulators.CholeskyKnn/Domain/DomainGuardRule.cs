namespace Layg.Emulators.CholeskyKnn;

/// <summary>Where the domain of the known points ends; outside, the predicted error is infinite.</summary>
/// <remarks>
/// Without a guard a sampler can run away on extrapolated values. The guard only has to be finite to prevent that, while a tight one
/// costs true evaluations: of 19020 calls drawn by a sampler from where 1000 calibration points come from (two-dimensional normal,
/// 20 seeds), <see cref="LargestCalibratedDistance"/> refuses up to 21, as any fresh sample exceeds its largest calibrated distance
/// about once in a thousand, and <see cref="DistanceQuantile"/> up to 8. Hence the default.
/// </remarks>
public enum DomainGuardRule
{
    /// <summary>
    /// Refuse where the mean neighbour distance exceeds 1.5 times the 99.9 % quantile of that of the calibration points: indifferent to
    /// a single far point. The default.
    /// </summary>
    DistanceQuantile,

    /// <summary>Refuse where the mean neighbour distance exceeds the largest one of the calibration points.</summary>
    LargestCalibratedDistance,

    /// <summary>
    /// No bound on distance and none by the bounding box: extrapolated values may be reported with a finite error. Queries off the
    /// hyperplane of the points are still refused.
    /// </summary>
    Off,
}
