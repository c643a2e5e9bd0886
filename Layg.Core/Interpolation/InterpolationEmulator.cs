namespace Layg;

/// <summary>
/// Emulates a function of one variable by a curve through its known points, with error bars calibrated on leave-one-out predictions.
/// Outside the known points it refuses to answer.
/// </summary>
/// <remarks>
/// <para>
/// Any number of outputs; each has a curve of its own. A repeated input counts once, with the mean of its values. A prediction costs
/// O(log N). The fitted emulator is immutable and safe to use from many threads.
/// </para>
/// <para>
/// The error bar joins two proxies (<see cref="Calibration.ConformalErrorBar"/>): the error with which the two neighbours of the
/// query are predicted when they are left out, and a power law of the distance to them.
/// </para>
/// <para><b>Source:</b> the emulator of that name in the Python package layg. Curves: Akima 1970 and Fritsch and Carlson 1980, by
/// MathNet.Numerics.</para>
/// </remarks>
public sealed class InterpolationEmulator : ILeaveOneOutEmulator, IPersistentEmulator
{
    private readonly InterpolationOptions _options;

    /// <summary>Creates an emulator with given settings.</summary>
    /// <param name="options">The settings, copied; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public InterpolationEmulator(InterpolationOptions? options = null)
    {
        _options = options is null ? new InterpolationOptions() : options with { };
        _options.Validate();
    }

    /// <inheritdoc/>
    /// <exception cref="EmulatorFitException">The points have more than one input component, or too few of them are distinct.</exception>
    public IFittedEmulator Fit(TrainingSet points, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(context);
        return new InterpolationFit(points, _options, context).LeaveOneOut();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The two parts differ in dimension.</exception>
    /// <exception cref="EmulatorFitException">The points have more than one input component, or too few of them are distinct.</exception>
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        ArgumentNullException.ThrowIfNull(context);
        if (training.InputDimension != heldOut.InputDimension || training.OutputDimension != heldOut.OutputDimension)
        {
            throw new ArgumentException(
                $"The training points map {training.InputDimension} to {training.OutputDimension} numbers, the held-out ones {heldOut.InputDimension} to {heldOut.OutputDimension}.",
                nameof(heldOut));
        }

        return new InterpolationFit(training, _options, context).HeldOut(heldOut);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The emulator is not of this kind.</exception>
    public void Save(IFittedEmulator fitted, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(destination);
        InterpolationFile.Write(
            fitted as FittedInterpolation
                ?? throw new ArgumentException($"A {fitted.GetType().Name} was not fitted by {nameof(InterpolationEmulator)} and cannot be stored by it.", nameof(fitted)),
            destination);
    }

    /// <inheritdoc/>
    /// <remarks>The stored settings hold.</remarks>
    public IFittedEmulator Load(Stream source, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        return InterpolationFile.Read(source);
    }
}
