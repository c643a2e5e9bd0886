namespace Layg;

/// <summary>
/// Wraps another emulator and keeps its predicted errors honest where the points asked for move away from those it was calibrated on: in an
/// optimiser's search, along a chain that has not converged. Every true value that the learner gets is first compared with the prediction
/// made without it; what these comparisons say inflates the predicted errors, from one training to the next.
/// </summary>
/// <remarks>
/// <para>
/// Conformal calibration holds for points drawn like the calibration points. Those that a search asks for are not. Comparisons come from refused
/// predictions, and from accepted ones through <see cref="LearnerOptions.AuditProbability"/>, which should be at least a few per cent: without
/// audits nothing is heard of the region where the emulator is trusted. Errors are widened, never narrowed.
/// </para>
/// <para>
/// What it fits takes points (<see cref="IIncrementalEmulator"/>), for that is how it hears of true values; with
/// <see cref="LearnerOptions.IncrementalInsertion"/> off it stays with what it knew at the training.
/// </para>
/// <para><b>Source:</b> Gibbs and Candès (2021), "Adaptive conformal inference under distribution shift"; Angelopoulos, Candès and Tibshirani
/// (2023), "Conformal PID control for time series prediction".</para>
/// </remarks>
public sealed class AdaptiveErrorEmulator : ILeaveOneOutEmulator, IPersistentEmulator
{
    private readonly IEmulator _inner;
    private readonly AdaptiveErrorOptions _options;

    /// <summary>Wraps an emulator.</summary>
    /// <param name="inner">The emulator that predicts.</param>
    /// <param name="options">The settings, copied; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public AdaptiveErrorEmulator(IEmulator inner, AdaptiveErrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _options = options is null ? new AdaptiveErrorOptions() : options with { };
        _options.Validate();
    }

    /// <inheritdoc/>
    public IFittedEmulator Fit(TrainingSet points, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(context);
        return Wrap(CrossValidation.FitAll(_inner, points, Inner(context)), context, null);
    }

    /// <inheritdoc/>
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        ArgumentNullException.ThrowIfNull(context);
        var calibrated = new HashSet<double[]>(PointComparer.Instance);
        for (int i = 0; i < heldOut.Count; i++)
            calibrated.Add(heldOut.Input(i).ToArray());
        return Wrap(_inner.Fit(training, heldOut, Inner(context)), context, calibrated);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The emulator is not of this kind.</exception>
    /// <exception cref="NotSupportedException">The wrapped emulator is no <see cref="IPersistentEmulator"/>.</exception>
    public void Save(IFittedEmulator fitted, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(destination);
        if (fitted is not FittedAdaptiveEmulator adaptive)
            throw new ArgumentException($"A {fitted.GetType().Name} was not fitted by {nameof(AdaptiveErrorEmulator)} and cannot be stored by it.", nameof(fitted));
        AdaptiveFile.Write(adaptive, _inner, destination);
    }

    /// <inheritdoc/>
    /// <remarks>The comparisons so far come from the file; how further ones count, from this instance's settings.</remarks>
    /// <exception cref="NotSupportedException">The stored fit is that of another kind of emulator than the wrapped one.</exception>
    public IFittedEmulator Load(Stream source, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        return AdaptiveFile.Read(source, _inner, _options, context);
    }

    private static FitContext Inner(FitContext context) => context with { Previous = context.Previous is FittedAdaptiveEmulator before ? before.Inner : context.Previous };

    private FittedAdaptiveEmulator Wrap(IFittedEmulator fitted, FitContext context, IReadOnlySet<double[]>? calibrated) =>
        new(fitted, context.Previous is FittedAdaptiveEmulator before ? before.Tracker : ErrorTracker.Start(_options), _options, calibrated);
}
