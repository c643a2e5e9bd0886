namespace Lagom.Evolution;

/// <summary>What a search shall start from: given to the delegates that make strategies.</summary>
/// <param name="X0">Where it starts [dimension].</param>
/// <param name="Sigma0">The first standard deviation. Range: positive.</param>
/// <param name="Options">Options of that strategy, or the common ones; null for its defaults.</param>
public sealed record StrategyRequest(ReadOnlyMemory<double> X0, double Sigma0, StrategyOptions? Options = null)
{
    /// <summary>
    /// The options as a strategy's own kind: the same object where it is one, else that kind's defaults with the common options taken over.
    /// </summary>
    /// <typeparam name="TOptions">The strategy's kind of options.</typeparam>
    /// <exception cref="ArgumentException">They are another strategy's.</exception>
    public TOptions OptionsAs<TOptions>()
        where TOptions : StrategyOptions, new() => Options switch
        {
            null => new TOptions(),
            TOptions own => own,
            _ when Options.GetType() == typeof(StrategyOptions) => new TOptions
            {
                PopulationSize = Options.PopulationSize,
                Seed = Options.Seed,
                Direction = Options.Direction,
                FailedEvaluations = Options.FailedEvaluations,
                Bounds = Options.Bounds,
                Stop = Options.Stop,
            },
            _ => throw new ArgumentException(
                $"The options are {Options.GetType().Name}; this strategy takes {typeof(TOptions).Name}, or the common {nameof(StrategyOptions)}.", nameof(Options)),
        };
}
