using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SharedSource;

namespace Layg;

/// <summary>Makes learners with the options, emulators, logging and metrics of a service provider.</summary>
public sealed class LearnerFactory
{
    private readonly IServiceProvider _services;
    private readonly LearnerOptions _options;
    private readonly ILogger _logger;
    private readonly LaygInstruments _instruments;
    private readonly string[] _names;

    /// <summary>Creates the factory. Called by the service provider.</summary>
    /// <param name="services">Where emulators, and where present logging and metrics, come from.</param>
    /// <param name="options">The options of all learners.</param>
    public LearnerFactory(IServiceProvider services, IOptions<LearnerOptions> options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        _services = services;
        _options = options.Value;
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger<Learner>() ?? NullLogger<Learner>.Instance;
        _instruments = services.GetService<IMeterFactory>() is { } meters
            ? new LaygInstruments(meters.Create(new MeterOptions(LaygInstruments.MeterName)))
            : LaygInstruments.Default;
        _names = [.. services.GetServices<EmulatorName>().Select(emulator => emulator.Name)];
    }

    /// <summary>Wraps a function with one output.</summary>
    /// <param name="function">The function. It gets an array of its own.</param>
    /// <param name="dimension">Numbers per input. Range: at least 1.</param>
    /// <param name="emulator">The name of the emulator to train; null for the one registered last.</param>
    /// <param name="options">Options of this learner; null for those of the service provider.</param>
    /// <returns>A learner without any points.</returns>
    /// <exception cref="InvalidOperationException">There is no such emulator.</exception>
    public Learner Wrap(Func<double[], double> function, int dimension, string? emulator = null, LearnerOptions? options = null) =>
        Create(TrueFunction.From(function), dimension, emulator, options);

    /// <summary>Wraps a function with any number of outputs, the same for every input.</summary>
    /// <inheritdoc cref="Wrap(Func{double[], double}, int, string?, LearnerOptions?)"/>
    public Learner Wrap(Func<double[], double[]> function, int dimension, string? emulator = null, LearnerOptions? options = null) =>
        Create(TrueFunction.From(function), dimension, emulator, options);

    /// <summary>Wraps a function that writes its value into memory it is given.</summary>
    /// <param name="function">The function.</param>
    /// <param name="dimension">Numbers per input. Range: at least 1.</param>
    /// <param name="outputDimension">Numbers per value. Range: at least 1.</param>
    /// <param name="emulator">The name of the emulator to train; null for the one registered last.</param>
    /// <param name="options">Options of this learner; null for those of the service provider.</param>
    /// <returns>A learner without any points.</returns>
    /// <exception cref="InvalidOperationException">There is no such emulator.</exception>
    public Learner Wrap(SpanFunction function, int dimension, int outputDimension, string? emulator = null, LearnerOptions? options = null) =>
        Create(TrueFunction.From(function, outputDimension), dimension, emulator, options);

    /// <summary>Wraps a function that is awaited.</summary>
    /// <inheritdoc cref="Wrap(Func{double[], double}, int, string?, LearnerOptions?)"/>
    public Learner WrapAsync(AsyncFunction function, int dimension, string? emulator = null, LearnerOptions? options = null) =>
        Create(TrueFunction.From(function), dimension, emulator, options);

    /// <summary>Connects a learner with a store that other processes use too, with the logging and the <see cref="SharingOptions"/> of the service provider.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="store">Where points are exchanged; the caller keeps it.</param>
    /// <returns>The connection; disposing it ends the exchange.</returns>
    /// <exception cref="ArgumentException">The store holds points of another dimension.</exception>
    public LearnerSharing Share(Learner learner, ISharedPointStore store) =>
        LearnerSharing.Connect(learner, store, _services.GetService<IOptions<SharingOptions>>()?.Value, _logger);

    private Learner Create(TrueFunction function, int dimension, string? emulator, LearnerOptions? options) =>
        Learner.Create(function, dimension, Find(emulator), options ?? _options, _logger, _instruments);

    private IEmulator Find(string? name)
    {
        if (_names.Length == 0)
        {
            throw new InvalidOperationException(
                """
                No emulator is registered. Add one of
                  services.AddLayg().AddCholeskyKnn()   from the package Layg.Emulators.CholeskyKnn
                  services.AddLayg().AddEmulator<T>()   with an emulator of your own
                """);
        }

        name ??= _names[^1];
        if (_services.GetKeyedService<IEmulator>(name) is { } found)
            return found;
        string hint = NearestName.Of(name, _names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        throw new InvalidOperationException($"No emulator is registered as '{name}'.{hint} Registered: {string.Join(", ", _names)}.");
    }
}
