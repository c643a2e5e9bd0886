namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// Emulates a function by a Gaussian process: the mean and the deviation of all functions of a given smoothness that pass through the known
/// points, with length scales by maximum marginal likelihood and an error bar calibrated on held-out or leave-one-out predictions.
/// </summary>
/// <remarks>
/// <para>
/// Up to <see cref="GaussianProcessOptions.ExactPoints"/> points all take part in a prediction, which then costs O(N²); beyond, the nearest
/// ones do (a local process), at a cost that hardly depends on N. The error bar is a conformal quantile times the predictive deviation,
/// corrected by a power law for how errors really grow with it. A guard refuses to extrapolate.
/// </para>
/// <para>
/// What <see cref="Fit(TrainingSet, FitContext)"/> returns is a <see cref="FittedGaussianProcess"/>, which also tells its hyper-parameters and
/// the uncalibrated deviations. Unless <see cref="GaussianProcessOptions.Incremental"/> is off it is an <see cref="IIncrementalEmulator"/>.
/// </para>
/// <para><b>Source:</b> Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, chapters 2 and 5; local processes: Gramacy
/// and Apley (2015), "Local Gaussian process approximation for large computer experiments".</para>
/// </remarks>
public sealed class GaussianProcessEmulator : ILeaveOneOutEmulator, IPersistentEmulator
{
    private readonly GaussianProcessOptions _options;

    /// <summary>Creates an emulator with given settings.</summary>
    /// <param name="options">The settings, copied; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public GaussianProcessEmulator(GaussianProcessOptions? options = null)
    {
        _options = options is null ? new GaussianProcessOptions() : options with { };
        _options.Validate();
    }

    /// <inheritdoc/>
    public IFittedEmulator Fit(TrainingSet points, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(context);
        return Wrap(new GaussianProcessFit(points, _options, context).LeaveOneOut(), _options.Incremental);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The two parts differ in dimension.</exception>
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        ArgumentNullException.ThrowIfNull(context);
        return Wrap(new GaussianProcessFit(training, _options, context).HeldOut(heldOut), _options.Incremental);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The emulator is not of this kind.</exception>
    public void Save(IFittedEmulator fitted, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (fitted is not FittedGaussianProcess process)
        {
            throw new ArgumentException(
                $"A {fitted?.GetType().Name ?? "null"} was not fitted by {nameof(GaussianProcessEmulator)} and cannot be stored by it.", nameof(fitted));
        }

        GaussianProcessFile.Write(process.State, process is IIncrementalEmulator, destination);
    }

    /// <inheritdoc/>
    /// <remarks>The stored settings hold, not those of this instance.</remarks>
    public IFittedEmulator Load(Stream source, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        (ProcessState state, bool incremental) = GaussianProcessFile.Read(source, context.CancellationToken);
        return Wrap(state, incremental);
    }

    private static FittedGaussianProcess Wrap(ProcessState state, bool incremental) =>
        incremental ? new GrowingGaussianProcess(state) : new FixedGaussianProcess(state);
}
