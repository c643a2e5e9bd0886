namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// Emulates a function by local polynomials over the nearest known points, in coordinates whitened by the Cholesky factor of their
/// covariance, with error bars calibrated on leave-one-out predictions and a guard that refuses to extrapolate.
/// </summary>
/// <remarks>
/// <para>
/// A prediction finds the k nearest points, fits a polynomial of degree 2 weighted by inverse distance, and returns its value at
/// the query; cost O(log N + k p²) for p monomials, no allocation. The fitted emulator is immutable and safe to use from many
/// threads; unless <see cref="CholeskyKnnOptions.Incremental"/> is off it is an <see cref="IIncrementalEmulator"/>.
/// </para>
/// <para>Source: Aslanyan, Easther and Price 2015 (arXiv:1506.01079); error bar: split-conformal over two local proxies.</para>
/// </remarks>
public sealed class CholeskyKnnEmulator : ILeaveOneOutEmulator, IPersistentEmulator
{
    private readonly CholeskyKnnOptions _options;

    /// <summary>Creates an emulator with given settings.</summary>
    /// <param name="options">The settings, copied; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public CholeskyKnnEmulator(CholeskyKnnOptions? options = null)
    {
        _options = options is null ? new CholeskyKnnOptions() : options with { };
        _options.Validate();
    }

    /// <inheritdoc/>
    public IFittedEmulator Fit(TrainingSet points, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(context);
        return Wrap(new CholeskyKnnFit(points, _options, context).LeaveOneOut(), _options.Incremental);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The two parts differ in dimension.</exception>
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        ArgumentNullException.ThrowIfNull(context);
        return Wrap(new CholeskyKnnFit(training, _options, context).HeldOut(heldOut), _options.Incremental);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The emulator is not of this kind.</exception>
    public void Save(IFittedEmulator fitted, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        switch (fitted)
        {
            case FittedCholeskyKnn incremental:
                CholeskyKnnFile.Write(incremental, true, destination);
                break;
            case FixedCholeskyKnn fixedFit:
                CholeskyKnnFile.Write(fixedFit.Fitted, false, destination);
                break;
            default:
                throw new ArgumentException(
                    $"A {fitted?.GetType().Name ?? "null"} was not fitted by {nameof(CholeskyKnnEmulator)} and cannot be stored by it.", nameof(fitted));
        }
    }

    /// <inheritdoc/>
    /// <remarks>The stored settings hold; only <see cref="CholeskyKnnOptions.ErrorFunctional"/> is taken from this instance.</remarks>
    public IFittedEmulator Load(Stream source, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        (FittedCholeskyKnn fitted, bool incremental) = CholeskyKnnFile.Read(source, _options.ErrorFunctional);
        return Wrap(fitted, incremental);
    }

    private static IFittedEmulator Wrap(FittedCholeskyKnn fitted, bool incremental) =>
        incremental ? fitted : new FixedCholeskyKnn(fitted);
}
