using SharedSource;

namespace L2L;

/// <summary>
/// Stops a simulation whose weighted fitness at a step is below the median (or another quantile) of what earlier ones had there.
/// </summary>
/// <remarks><b>Source:</b> the median stopping rule of Golovin et al. (2017), "Google Vizier: a service for black-box optimization", with the rule held fixed in each generation.</remarks>
public sealed class MedianPruner : IPruner
{
    private readonly FitnessWeights _weights;
    private readonly double _quantile;
    private readonly int _startup;
    private readonly double _firstStep;
    private readonly SortedDictionary<double, List<double>> _seen = [];

    /// <summary>Makes a pruner.</summary>
    /// <param name="weights">The weights of the fitness.</param>
    /// <param name="startup">How many evaluations must have reported a step before it is pruned at. Range: at least 1.</param>
    /// <param name="firstStep">Nothing is pruned before this step.</param>
    /// <param name="quantile">Which quantile of the earlier ones must be reached. Range: in (0, 1).</param>
    public MedianPruner(FitnessWeights weights, int startup = 5, double firstStep = 0, double quantile = 0.5)
    {
        ArgumentNullException.ThrowIfNull(weights);
        OptionCheck.AtLeast(startup, 1, nameof(startup));
        OptionCheck.Require(quantile is > 0 and < 1, nameof(quantile), quantile, "in (0, 1)");
        OptionCheck.Require(!double.IsNaN(firstStep), nameof(firstStep), firstStep, "a number");
        _weights = weights;
        _startup = startup;
        _firstStep = firstStep;
        _quantile = quantile;
    }

    /// <inheritdoc/>
    public PruningRule? Rule
    {
        get
        {
            KeyValuePair<double, List<double>>[] steps = [.. _seen.Where(pair => pair.Key >= _firstStep && pair.Value.Count >= _startup)];
            return steps.Length == 0 ? null : new PruningRule(_weights.Values.ToArray(), Array.ConvertAll(steps, static s => s.Key), Array.ConvertAll(steps, s => SortedQuantile.Of([.. s.Value.Order()], _quantile)));
        }
    }

    /// <inheritdoc/>
    public void Observe(IReadOnlyList<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        foreach (IntermediateFitness report in evaluations.SelectMany(static e => e.Reports))
        {
            double sum = _weights.Sum(report.Fitness);
            if (double.IsNaN(sum))
                continue;
            if (!_seen.TryGetValue(report.Step, out List<double>? values))
                _seen.Add(report.Step, values = []);
            values.Add(sum);
        }
    }

    /// <inheritdoc/>
    public OptimizerState SaveState()
    {
        var state = new OptimizerState();
        state.Set("steps", (ReadOnlySpan<double>)_seen.Keys.ToArray());
        state.Set("seen", _seen.Values.Select(static values =>
        {
            var part = new OptimizerState();
            part.Set("values", (ReadOnlySpan<double>)values.ToArray());
            return part;
        }));
        return state;
    }

    /// <inheritdoc/>
    public void LoadState(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _seen.Clear();
        foreach ((double step, OptimizerState part) in state.GetArray("steps").Zip(state.GetParts("seen")))
            _seen.Add(step, [.. part.GetArray("values")]);
    }
}
