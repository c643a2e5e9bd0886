namespace Layg;

/// <summary>An emulator that can predict every point from all the others, so that no point has to be held out.</summary>
public interface ILeaveOneOutEmulator : IEmulator
{
    /// <summary>Fits the approximation to all known points and the error model to its leave-one-out residuals.</summary>
    /// <param name="points">All known points.</param>
    /// <param name="context">Randomness, parallelism, logging and cancellation of this fit.</param>
    /// <returns>An immutable approximation, safe to use from many threads.</returns>
    /// <exception cref="EmulatorFitException">These points do not suffice; the learner keeps calling the true function.</exception>
    IFittedEmulator Fit(TrainingSet points, FitContext context);
}
