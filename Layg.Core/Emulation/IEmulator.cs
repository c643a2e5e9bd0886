namespace Layg;

/// <summary>
/// A kind of emulator: turns known points of a function into a cheap approximation that knows its own error.
/// </summary>
/// <remarks>
/// <para>
/// An implementation holds settings only; what it learns goes into the <see cref="IFittedEmulator"/> it returns. One instance serves
/// many learners and threads. Register it with <c>services.AddLayg().AddEmulator&lt;T&gt;()</c> or hand it to
/// <c>Learner.Wrap</c>.
/// </para>
/// <para>
/// Optional abilities are further interfaces: <see cref="ILeaveOneOutEmulator"/> (needs no held-out part),
/// <see cref="IPersistentEmulator"/> (stores what it learnt), and on the fitted side <see cref="IIncrementalEmulator"/>
/// (takes a point without a new fit) and <see cref="ICalibratedEmulator"/> (rescales its errors to another share of the true ones).
/// </para>
/// </remarks>
public interface IEmulator
{
    /// <summary>
    /// Fits an approximation to one part of the known points and the model of its error to the other.
    /// </summary>
    /// <param name="training">The points that predict.</param>
    /// <param name="heldOut">
    /// The points that the prediction has not seen: its residuals there are what the error model is fitted to. May be empty.
    /// </param>
    /// <param name="context">Randomness, parallelism, logging and cancellation of this fit.</param>
    /// <returns>An immutable approximation, safe to use from many threads.</returns>
    /// <exception cref="EmulatorFitException">These points do not suffice; the learner keeps calling the true function.</exception>
    IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context);
}
