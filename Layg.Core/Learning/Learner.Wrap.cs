using Microsoft.Extensions.Logging;

namespace Layg;

public sealed partial class Learner
{
    /// <summary>Wraps a function with one output, such as a log-likelihood.</summary>
    /// <param name="function">The function. It gets an array of its own.</param>
    /// <param name="dimension">Numbers per input. Range: at least 1.</param>
    /// <param name="emulator">The kind of emulator to train.</param>
    /// <param name="options">When to trust and when to train; null for the defaults.</param>
    /// <param name="logger">Where trainings and workarounds are reported; null for nowhere.</param>
    /// <returns>A learner without any points.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static Learner Wrap(Func<double[], double> function, int dimension, IEmulator emulator, LearnerOptions? options = null, ILogger? logger = null) =>
        new(TrueFunction.From(function), dimension, emulator, options, logger, null);

    /// <summary>Wraps a function with any number of outputs, the same for every input.</summary>
    /// <inheritdoc cref="Wrap(Func{double[], double}, int, IEmulator, LearnerOptions?, ILogger?)"/>
    public static Learner Wrap(Func<double[], double[]> function, int dimension, IEmulator emulator, LearnerOptions? options = null, ILogger? logger = null) =>
        new(TrueFunction.From(function), dimension, emulator, options, logger, null);

    /// <summary>Wraps a function that writes its value into memory it is given.</summary>
    /// <param name="function">The function.</param>
    /// <param name="dimension">Numbers per input. Range: at least 1.</param>
    /// <param name="outputDimension">Numbers per value. Range: at least 1.</param>
    /// <param name="emulator">The kind of emulator to train.</param>
    /// <param name="options">When to trust and when to train; null for the defaults.</param>
    /// <param name="logger">Where trainings and workarounds are reported; null for nowhere.</param>
    /// <returns>A learner without any points.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static Learner Wrap(SpanFunction function, int dimension, int outputDimension, IEmulator emulator, LearnerOptions? options = null, ILogger? logger = null) =>
        new(TrueFunction.From(function, outputDimension), dimension, emulator, options, logger, null);

    /// <summary>
    /// Wraps a function that is awaited. <see cref="EvaluateAsync"/> awaits it; the synchronous methods wait for it.
    /// </summary>
    /// <inheritdoc cref="Wrap(Func{double[], double}, int, IEmulator, LearnerOptions?, ILogger?)"/>
    public static Learner WrapAsync(AsyncFunction function, int dimension, IEmulator emulator, LearnerOptions? options = null, ILogger? logger = null) =>
        new(TrueFunction.From(function), dimension, emulator, options, logger, null);

    internal static Learner Create(
        TrueFunction function, int dimension, IEmulator emulator, LearnerOptions options, ILogger logger, LaygInstruments instruments) =>
        new(function, dimension, emulator, options, logger, instruments);
}
