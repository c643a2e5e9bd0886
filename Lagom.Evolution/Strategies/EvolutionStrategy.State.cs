using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shared.Tensors;

namespace Lagom.Evolution;

/// <summary>Saving and loading.</summary>
public abstract partial class EvolutionStrategy
{
    private const string Format = "lagom-evolution-state";
    private const int Version = 1;

    /// <inheritdoc />
    public void SaveState(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        // Strict escaping would make six characters of every '+' in the arrays.
        using var writer = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        SaveState().Content.WriteTo(writer);
    }

    /// <inheritdoc />
    public void LoadState(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        JsonNode? content;
        try
        {
            content = JsonNode.Parse(source);
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"The saved state is no JSON, or cut off: {failure.Message}", failure);
        }

        LoadState(new StrategyState(content as JsonObject ?? throw new InvalidDataException("The saved state is no JSON object.")));
    }

    internal StrategyState SaveState()
    {
        var state = new StrategyState();
        state.Content["format"] = Format;
        state.Set("version", (long)Version);
        state.Content["strategy"] = Name;
        state.Set("dimension", (long)Dimension);
        state.Set("firstPopulation", (long)FirstPopulation());
        state.Set("evaluations", Evaluations);
        state.Set("iterations", Iterations);
        state.Set("best", _best);
        if (_map is not null)
            state.Set("searchedBest", _searchedBest);
        state.Set("bestValue", _bestValue);
        state.Set("bestEvaluation", _bestEvaluation);
        state.Set("stopReasons", (long)StopReasons);
        state.Set("random", Random);
        state.Set("pending", _isPending ? (long)_askedCount : 0);
        state.Set("asked", _isPending ? _searched : []);
        var stop = new StrategyState();
        _stop.Save(stop);
        state.Set("stop", stop);
        var own = new StrategyState();
        Save(own);
        state.Set("state", own);
        return state;
    }

    // Everything is read before anything is changed; the strategy's own part is the last that can fail, and may not change before it fails.
    internal void LoadState(StrategyState state)
    {
        CheckHeader(state);
        long evaluations = state.GetInt64("evaluations"), iterations = state.GetInt64("iterations");
        double[] best = state.GetArray("best", Dimension);
        double[] searchedBest = _map is null ? best : state.GetArray("searchedBest", Dimension);
        double bestValue = state.GetDouble("bestValue");
        long bestEvaluation = state.GetInt64("bestEvaluation");
        var reasons = (StopReasons)state.GetInt64("stopReasons");
        RandomStream random = state.GetStream("random");
        long pending = state.GetInt64("pending");
        double[] asked = state.GetArray("asked");
        if (evaluations < 0 || iterations < 0 || pending < 0 || asked.Length != pending * Dimension)
            throw new InvalidDataException("The saved state is damaged: its counts contradict each other.");
        StopMonitor stop = _stop.Read(state.GetPart("stop"));
        StrategyState own = state.GetPart("state");
        var before = (Random, Evaluations, Iterations, _isPending);
        try
        {
            (Random, Evaluations, Iterations, _isPending) = (random, evaluations, iterations, pending > 0);
            Load(own);
        }
        catch
        {
            (Random, Evaluations, Iterations, _isPending) = before;
            throw;
        }

        _stop.CopyFrom(stop);
        (_bestValue, _bestEvaluation, StopReasons) = (bestValue, bestEvaluation, reasons);
        best.CopyTo(_best, 0);
        searchedBest.CopyTo(_searchedBest, 0);
        (_searched, _asked, _askedCount) = (asked, asked, (int)pending);
        if (_map is not null)
        {
            _asked = new double[asked.Length];
            _map.ToCandidates(asked, _asked);
        }

        LastGeneration = null;
    }

    /// <summary>
    /// Stores all that the strategy's further course depends on; where a generation waits for its values (<see cref="IsPending"/>), what was
    /// remembered of its draws included.
    /// </summary>
    /// <param name="state">Receives it. Counts, the best, the random stream and the asked candidates are stored by the base.</param>
    protected abstract void Save(StrategyState state);

    /// <summary>
    /// Reads back what <see cref="Save"/> stored; counts, the random stream and <see cref="IsPending"/> are already those of the state. Read
    /// everything into locals first and assign then, so that damaged data changes nothing.
    /// </summary>
    /// <param name="state">What was stored.</param>
    /// <exception cref="InvalidDataException">Something is missing, damaged, or not valid for this strategy.</exception>
    protected abstract void Load(StrategyState state);

    private void CheckHeader(StrategyState state)
    {
        if (!string.Equals((string?)(state.Content["format"] as JsonValue), Format, StringComparison.Ordinal))
            throw new InvalidDataException("This is not the saved state of an evolution strategy.");
        if (state.GetInt64("version") is var version && version != Version)
            throw new InvalidDataException($"The saved state has version {version}; this package reads version {Version}.");
        string? name = (string?)(state.Content["strategy"] as JsonValue);
        if (!string.Equals(name, Name, StringComparison.Ordinal))
            throw new InvalidDataException($"The saved state is of the strategy '{name}'; this one is '{Name}'.");
        if (state.GetInt64("dimension") is var dimension && dimension != Dimension)
            throw new InvalidDataException($"The saved state has dimension {dimension}; this strategy has {Dimension}.");
        if (state.GetInt64("firstPopulation") is var population && population != FirstPopulation())
            throw new InvalidDataException($"The saved state began with a population of {population}; this strategy has {FirstPopulation()}.");
    }

    // Only a tell or a load can change the population, so what it is before the first of either is that of the options.
    private int FirstPopulation()
    {
        if (_firstPopulation == 0)
            _firstPopulation = PopulationSize;
        return _firstPopulation;
    }
}
