using Layg.Calibration;
using SharedSource;

namespace Layg;

/// <summary>
/// Emulates functions with many outputs, such as spectra: the outputs are compressed to their principal components, and another emulator learns
/// the scores.
/// </summary>
/// <remarks>
/// <para>
/// The predicted error is that of the scores plus what the compression loses, times a conformal factor that is found on a fifth of the points,
/// predicted from the others. Then everything is fitted to all points.
/// </para>
/// <para>The fitted emulator is immutable and safe to use from many threads. It takes no points without a new fit.</para>
/// </remarks>
public sealed class PrincipalComponentEmulator : ILeaveOneOutEmulator, IPersistentEmulator
{
    private const double TestShare = 0.2;

    private readonly IEmulator _inner;
    private readonly PrincipalComponentOptions _options;

    /// <summary>Creates the emulator.</summary>
    /// <param name="inner">The emulator that learns the scores.</param>
    /// <param name="options">The settings, copied; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public PrincipalComponentEmulator(IEmulator inner, PrincipalComponentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _options = options is null ? new PrincipalComponentOptions() : options with { };
        _options.Validate();
    }

    /// <inheritdoc/>
    public IFittedEmulator Fit(TrainingSet points, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(context);
        (TrainingSet rest, TrainingSet test) = points.Split(TestShare, context.Random.Split("test"));
        double[] ratios = Ratios(FitInner(rest, context with { Random = context.Random.Split("rest") }, null), test);
        return FitInner(points, context with { Random = context.Random.Split("all") }, null).With(ratios, _options.DecisionLevel);
    }

    /// <inheritdoc/>
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        ArgumentNullException.ThrowIfNull(context);
        FittedPrincipalComponents fitted = FitInner(training, context, heldOut);
        return fitted.With(Ratios(fitted, heldOut), _options.DecisionLevel);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The emulator is not of this kind.</exception>
    /// <exception cref="NotSupportedException">The emulator of the scores is no <see cref="IPersistentEmulator"/>.</exception>
    public void Save(IFittedEmulator fitted, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(destination);
        if (fitted is not FittedPrincipalComponents compressed)
            throw new ArgumentException($"A {fitted.GetType().Name} was not fitted by {nameof(PrincipalComponentEmulator)} and cannot be stored by it.", nameof(fitted));
        PrincipalComponentFile.Write(compressed, _inner, destination);
    }

    /// <inheritdoc/>
    /// <remarks>The stored settings hold.</remarks>
    /// <exception cref="NotSupportedException">The scores were learnt by another kind of emulator.</exception>
    public IFittedEmulator Load(Stream source, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        return PrincipalComponentFile.Read(source, _inner, context);
    }

    private FittedPrincipalComponents FitInner(TrainingSet points, FitContext context, TrainingSet? heldOut)
    {
        if (points.Count < 2)
            throw new EmulatorFitException($"{points.Count} points have no principal components; at least 2 are needed.");
        PrincipalComponents components = ComponentSearch.Of(points, _options, context);
        TrainingSet scores = components.Compress(points);
        IFittedEmulator inner = heldOut is null
            ? CrossValidation.FitAll(_inner, scores, context)
            : _inner.Fit(scores, components.Compress(heldOut), context);
        return new FittedPrincipalComponents(components, inner, Lost(components, points, scores));
    }

    /// <summary>The median over the points of the largest error that the compression alone makes.</summary>
    private static double Lost(PrincipalComponents components, TrainingSet points, TrainingSet scores)
    {
        var output = new double[points.OutputDimension];
        var losses = new double[points.Count];
        for (int i = 0; i < points.Count; i++)
        {
            components.Expand(scores.Output(i), output);
            losses[i] = LargestError.Of(output, points.Output(i));
        }

        Array.Sort(losses);
        return Quantiles.Interpolated(losses, 0.5);
    }

    private static double[] Ratios(FittedPrincipalComponents fitted, TrainingSet test)
    {
        List<double> ratios = [];
        var output = new double[test.OutputDimension];
        for (int i = 0; i < test.Count; i++)
        {
            double error = fitted.Predict(test.Input(i), output);
            double miss = LargestError.Of(output, test.Output(i));
            if (double.IsFinite(error) && double.IsFinite(miss))
                ratios.Add(error > 0 ? miss / error : 0);
        }

        if (ratios.Count == 0)
            throw new EmulatorFitException($"None of the {test.Count} test points could be predicted from the others.");
        return [.. ratios.Order()];
    }
}
