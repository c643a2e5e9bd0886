namespace Layg;

/// <summary>
/// An emulator that stores what it learnt, so that a loaded learner need not train again.
/// An emulator without this ability is fitted anew, to the same points, when a learner is loaded.
/// </summary>
public interface IPersistentEmulator : IEmulator
{
    /// <summary>Writes a fitted emulator of this kind.</summary>
    /// <param name="fitted">What <see cref="IEmulator.Fit"/> of this kind returned, perhaps with points inserted.</param>
    /// <param name="destination">Where to write.</param>
    /// <exception cref="NotSupportedException">
    /// This fit cannot be stored, such as one that contains the fit of an emulator without this ability. A learner then stores its points
    /// alone, and fits anew when it is loaded.
    /// </exception>
    void Save(IFittedEmulator fitted, Stream destination);

    /// <summary>Reads a fitted emulator of this kind. It predicts bit for bit what the stored one did.</summary>
    /// <param name="source">What <see cref="Save"/> wrote.</param>
    /// <param name="context">Parallelism, logging and cancellation.</param>
    /// <returns>The fitted emulator.</returns>
    /// <exception cref="InvalidDataException">The data are damaged or of a newer version.</exception>
    /// <exception cref="NotSupportedException">The data hold the fit of an emulator that this one does not contain. A learner then fits anew.</exception>
    IFittedEmulator Load(Stream source, FitContext context);
}
