using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Showcase.Hosting;
using Showcase.Policies;

namespace Showcase.Tuning;

/// <summary>
/// The expensive function: the mean return of several policy searches with some hyper-parameters, at the same seeds for all. What has been
/// evaluated stays in a file, so that nothing is evaluated twice.
/// </summary>
internal sealed class SettingFitness
{
    private readonly PolicySearch _search;
    private readonly ShowcaseSettings _settings;
    private readonly ILogger<SettingFitness> _logger;
    private readonly JsonLinesFile<ExactValue> _file;
    private readonly Dictionary<(string, HyperParameters), double> _known;
    private readonly Counter<long> _searches;

    public SettingFitness(PolicySearch search, ShowcaseSettings settings, StateFolder folder, IMeterFactory meters, ILogger<SettingFitness> logger)
    {
        (_search, _settings, _logger) = (search, settings, logger);
        _file = new JsonLinesFile<ExactValue>(folder["exact.jsonl"]);
        _known = _file.Records.ToDictionary(value => (value.Stream, value.Parameters), value => value.Value);
        _searches = meters.Create("Showcase").CreateCounter<long>("showcase.searches", "{search}", "Policy searches of exact evaluations.");
    }

    /// <summary>How many evaluations there were, those of earlier parts of the run too.</summary>
    public int Count => _known.Count;

    /// <summary>Runs the searches, at the same time where there are threads for it.</summary>
    /// <param name="parameters">The hyper-parameters.</param>
    /// <param name="stream">Which series of seeds; equal for settings that are compared.</param>
    /// <param name="cancellationToken">Ends the evaluation without a result.</param>
    public double Of(HyperParameters parameters, string stream, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((stream, parameters), out double known))
            return known;
        RandomStream seeds = new RandomStream(_settings.Seed).Split(stream);
        var returns = new double[_settings.SearchesPerFitness];
        long[] each = [.. returns.Select(_ => seeds.NextInt64(0, long.MaxValue))];
        Parallel.For(
            0, returns.Length, new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancellationToken },
            i => returns[i] = _search.Run(parameters, each[i], cancellationToken).Return);
        _searches.Add(returns.Length);
        double value = returns.Average();
        _file.Add(new ExactValue(stream, parameters, value));
        _known.Add((stream, parameters), value);
        Log.Evaluated(_logger, stream, parameters, value);
        return value;
    }
}
