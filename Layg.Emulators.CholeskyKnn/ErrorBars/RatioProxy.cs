namespace Layg.Emulators.CholeskyKnn;

/// <summary>What the ratio error model takes as the size of the error at a query, up to a factor.</summary>
/// <remarks>Source: the five choices of the reference implementation of arXiv:1506.01079.</remarks>
public enum RatioProxy
{
    /// <summary>Distance to the nearest neighbour.</summary>
    NearestDistance,

    /// <summary>Mean distance of the neighbours.</summary>
    MeanDistance,

    /// <summary>Harmonic mean distance of the neighbours. The default.</summary>
    HarmonicMeanDistance,

    /// <summary>Length of the sum of the offsets to the neighbours: large where they lie to one side.</summary>
    OffsetNorm,

    /// <summary>Absolute difference between the prediction and that of a polynomial one degree lower.</summary>
    DegreeDifference,
}
