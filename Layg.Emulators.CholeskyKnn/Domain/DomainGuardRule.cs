namespace Layg.Emulators.CholeskyKnn;

/// <summary>Where the domain of the known points ends; outside, the predicted error is infinite.</summary>
public enum DomainGuardRule
{
    /// <summary>Refuse where the mean neighbour distance exceeds the largest one of the calibration points. The default.</summary>
    LargestCalibratedDistance,

    /// <summary>
    /// Refuse where the mean neighbour distance exceeds 1.5 times the 99.9 % quantile of that of the calibration points: indifferent to
    /// a single far point.
    /// </summary>
    DistanceQuantile,

    /// <summary>
    /// No bound on distance and none by the bounding box: extrapolated values may be reported with a finite error. Queries off the
    /// hyperplane of the points are still refused.
    /// </summary>
    Off,
}
