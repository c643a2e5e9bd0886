namespace Layg;

/// <summary>How an emulator's error model gets points that the prediction has not seen.</summary>
public enum CalibrationScheme
{
    /// <summary>
    /// Every point is predicted from all others, so that all of them predict. An emulator that cannot do this
    /// (it is no <see cref="ILeaveOneOutEmulator"/>) gets held-out points instead.
    /// </summary>
    LeaveOneOut = 0,

    /// <summary>
    /// A random share of the points, <see cref="LearnerOptions.CalibrationFraction"/>, is held out for the error model. Where
    /// <see cref="LearnerOptions.IncrementalInsertion"/> is on and the emulator can, they are inserted into the prediction afterwards.
    /// </summary>
    HeldOut = 1,
}
