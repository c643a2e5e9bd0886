using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SharedSource;

namespace Lagom.Rl;

/// <summary>Makes environments by id. Starts with those of this package. Thread-safe once all are registered.</summary>
public sealed class EnvironmentRegistry
{
    private readonly Dictionary<string, Registration> _registrations = new(StringComparer.Ordinal);
    private readonly ILogger _logger;

    /// <summary>Makes a registry with the environments of this package.</summary>
    /// <param name="logger">Is told which environments are made; null for nobody.</param>
    public EnvironmentRegistry(ILogger<EnvironmentRegistry>? logger = null)
    {
        _logger = logger ?? NullLogger<EnvironmentRegistry>.Instance;
        BuiltInEnvironments.AddTo(this);
    }

    /// <summary>All environments, in the order of their ids.</summary>
    public IReadOnlyList<EnvironmentSpec> Specs =>
        [.. _registrations.Values.Select(registration => registration.Spec).OrderBy(spec => spec.Id, StringComparer.Ordinal)];

    /// <summary>Registers an environment.</summary>
    /// <typeparam name="TObservation">The type of its observations.</typeparam>
    /// <typeparam name="TAction">The type of its actions.</typeparam>
    /// <param name="spec">Its id, time limit and reward threshold.</param>
    /// <param name="create">Makes it, without its time limit.</param>
    /// <exception cref="ArgumentException">The id is empty or taken, or the limit below 1.</exception>
    public void Register<TObservation, TAction>(EnvironmentSpec spec, Func<IEnvironment<TObservation, TAction>> create)
        where TObservation : notnull
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(create);
        Add(spec, create);
    }

    /// <summary>What is known of an environment.</summary>
    /// <param name="id">Its id, such as "CartPole-v1".</param>
    /// <exception cref="ArgumentException">There is no such environment; the message says which one was probably meant.</exception>
    public EnvironmentSpec Spec(string id) => Find(id).Spec;

    /// <summary>Makes an environment, with its time limit.</summary>
    /// <typeparam name="TObservation">The type of its observations.</typeparam>
    /// <typeparam name="TAction">The type of its actions.</typeparam>
    /// <param name="id">Its id, such as "CartPole-v1".</param>
    /// <exception cref="ArgumentException">There is no such environment, or its types are others; the message says which.</exception>
    public IEnvironment<TObservation, TAction> Make<TObservation, TAction>(string id)
        where TObservation : notnull
        where TAction : notnull
    {
        Registration registration = Find(id);
        IEnvironment made = registration.Create();
        if (made is not IEnvironment<TObservation, TAction> environment)
        {
            throw new ArgumentException(
                $"'{id}' observes from {made.ObservationSpace} and acts in {made.ActionSpace}; " +
                $"it is no environment of observations {typeof(TObservation).Name} and actions {typeof(TAction).Name}.",
                nameof(id));
        }

        Log.MadeEnvironment(_logger, id);
        return registration.Spec.MaxEpisodeSteps is { } limit ? new TimeLimit<TObservation, TAction>(environment, limit) : environment;
    }

    /// <summary>Makes many copies of an environment, with its time limit: with SIMD where this package has such a form of it, else one after the other.</summary>
    /// <param name="id">Its id, such as "CartPole-v1".</param>
    /// <param name="count">How many copies. Range: at least 1.</param>
    /// <param name="autoreset">When a copy begins its next episode.</param>
    /// <returns>An <see cref="IEnvironmentBatch{TAction}"/> of <see cref="int"/> where actions are choices, of <see cref="float"/> where they are rows of numbers.</returns>
    /// <exception cref="ArgumentException">There is no such environment, or its actions are neither.</exception>
    public IEnvironmentBatch MakeBatch(string id, int count, AutoresetMode autoreset = AutoresetMode.SameStep)
    {
        Registration registration = Find(id);
        var options = new BatchOptions(count) { Autoreset = autoreset, MaxEpisodeSteps = registration.Spec.MaxEpisodeSteps };
        Log.MadeBatch(_logger, id, count);
        return registration.CreateBatch?.Invoke(options) ?? SequentialBatches.Make(id, registration.Create, options);
    }

    internal void Add(EnvironmentSpec spec, Func<IEnvironment> create, Func<BatchOptions, IEnvironmentBatch>? createBatch = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentException.ThrowIfNullOrWhiteSpace(spec.Id);
        if (spec.MaxEpisodeSteps < 1)
            throw new ArgumentOutOfRangeException(nameof(spec), spec.MaxEpisodeSteps, $"MaxEpisodeSteps of '{spec.Id}' must be at least 1.");
        if (!_registrations.TryAdd(spec.Id, new Registration(spec, create, createBatch)))
            throw new ArgumentException($"An environment '{spec.Id}' is already registered.", nameof(spec));
    }

    private Registration Find(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (_registrations.TryGetValue(id, out Registration? registration))
            return registration;
        string hint = NearestName.Of(id, _registrations.Keys) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        throw new ArgumentException(
            $"There is no environment '{id}'.{hint} Registered: {string.Join(", ", _registrations.Keys.Order(StringComparer.Ordinal))}.", nameof(id));
    }

    private sealed record Registration(EnvironmentSpec Spec, Func<IEnvironment> Create, Func<BatchOptions, IEnvironmentBatch>? CreateBatch);
}
