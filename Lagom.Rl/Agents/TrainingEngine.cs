namespace Lagom.Rl;

/// <summary>Trains and evaluates iteration by iteration, with what its constructor was given; who calls it writes the loop.</summary>
/// <typeparam name="TConfiguration">The type of the settings.</typeparam>
public abstract class TrainingEngine<TConfiguration>
{
    /// <summary>Makes the engine.</summary>
    /// <param name="configuration">The settings.</param>
    protected TrainingEngine(TConfiguration configuration) => Configuration = configuration;

    /// <summary>The settings.</summary>
    public TConfiguration Configuration { get; }

    /// <summary>Runs one iteration of training; modules are put into training mode.</summary>
    /// <param name="iteration">Its number, from 0.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Named figures.</returns>
    public abstract IReadOnlyDictionary<string, double> Train(int iteration, CancellationToken cancellationToken = default);

    /// <summary>Runs one evaluation; modules are put into evaluation mode.</summary>
    /// <param name="iteration">Its number, from 0.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Named figures.</returns>
    public abstract IReadOnlyDictionary<string, double> Evaluate(int iteration, CancellationToken cancellationToken = default);
}
