namespace Layg.Emulators.Torch;

/// <summary>
/// Emulates a function by a neural network: one hidden tanh layer by default, deeper ones, or any torch module. With error bars calibrated on
/// held-out points and a guard that refuses to extrapolate.
/// </summary>
/// <remarks>
/// <para>
/// Inputs are whitened and outputs standardised. Training is Adam on minibatches with early stopping; the last layer of the built-in network
/// is then solved for exactly. With <see cref="FitContext.Previous"/> a fit starts from the weights of the one before.
/// </para>
/// <para>
/// All randomness comes from <see cref="FitContext.Random"/>. Fits of networks of your own run one at a time, as they borrow torch's default
/// generator. Training needs libtorch; predictions of the built-in network do not.
/// </para>
/// <para>Source: Aslanyan, Easther and Price 2015 (arXiv:1506.01079); error bar: split-conformal over the network's spread and a power law
/// of the distance.</para>
/// </remarks>
public sealed class TorchEmulator : IPersistentEmulator
{
    private readonly TorchOptions _options;

    /// <summary>Creates an emulator with given settings.</summary>
    /// <param name="options">The settings, copied; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public TorchEmulator(TorchOptions? options = null)
    {
        _options = options is null ? new TorchOptions() : options with { };
        _options.Validate();
        _options.HiddenLayers = [.. _options.HiddenLayers];
    }

    /// <inheritdoc/>
    /// <returns>A <see cref="FittedTorchEmulator"/>.</returns>
    /// <exception cref="ArgumentException">The two parts differ in dimension.</exception>
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        ArgumentNullException.ThrowIfNull(context);
        return new TorchFit(training, heldOut, _options, context).Run();
    }

    /// <inheritdoc/>
    /// <remarks>The form is a safetensors file whose metadata hold a JSON description and a checksum.</remarks>
    /// <exception cref="ArgumentException">The emulator is not of this kind.</exception>
    public void Save(IFittedEmulator fitted, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (fitted is not FittedTorchEmulator own)
        {
            throw new ArgumentException(
                $"A {fitted?.GetType().Name ?? "null"} was not fitted by {nameof(TorchEmulator)} and cannot be stored by it.", nameof(fitted));
        }

        TorchFile.Write(own, destination);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The stored settings hold; only <see cref="TorchOptions.Network"/>, <see cref="TorchOptions.ElementType"/> and
    /// <see cref="TorchOptions.Device"/> are taken from this instance, for networks of your own. Reads to the end of the stream.
    /// </remarks>
    public IFittedEmulator Load(Stream source, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        return TorchFile.Read(source, _options, context);
    }
}
