namespace Layg;

/// <summary>What <see cref="AdaptiveErrorEmulator"/> returns: another emulator's fit, whose errors follow those found while it was used.</summary>
public interface IAdaptiveEmulator : ICalibratedEmulator, IIncrementalEmulator
{
    /// <summary>The wrapped emulator's own fit.</summary>
    IFittedEmulator Inner { get; }

    /// <summary>What its predicted errors are multiplied with, at least 1.</summary>
    double Inflation { get; }

    /// <summary>How many true values were compared with predictions made before they were known, over all fits of the learner.</summary>
    long Comparisons { get; }
}
