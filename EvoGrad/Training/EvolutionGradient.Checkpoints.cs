using System.Text;
using System.Text.Json;
using Shared.Tensors;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EvoGrad;

public sealed partial class EvolutionGradient
{
    private const string CheckpointKey = "evograd";
    private const string ParameterPrefix = "parameter.";
    private const string OptimizerName = "optimizer";
    private const string HistoryName = "history";
    private const string BestName = "best";

    /// <summary>
    /// Writes the state of the search to one safetensors file: all parameters, the optimizer, the history and, as JSON beside them, where the search
    /// is. A crash leaves the old file or the new one. A search that goes on from it does the same as one that never stopped.
    /// </summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="NotSupportedException">The optimizer's state cannot be stored.</exception>
    public void Save(string path)
    {
        using DisposeScope scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach ((string name, Tensor parameter) in Population.Parameters)
            tensors[ParameterPrefix + name] = parameter;
        tensors[OptimizerName] = tensor(OptimizerBytes());
        double[] numbers = [.. _history.SelectMany(report => CheckpointHistory.Row(report))];
        tensors[HistoryName] = tensor(numbers, [_history.Count, CheckpointHistory.Columns]);
        if (_best is not null)
            tensors[BestName] = _best;
        var state = new CheckpointState
        {
            Generation = Generation,
            Seed = _options.Seed,
            PopulationSize = _options.PopulationSize,
            Antithetic = _options.Antithetic,
            BestFitness = double.IsNaN(BestFitness) ? null : BestFitness,
        };
        string json = JsonSerializer.Serialize(state, CheckpointJson.Default.CheckpointState);
        Safetensors.Save(path, tensors, new Dictionary<string, string>(StringComparer.Ordinal) { [CheckpointKey] = json });
        Log.CheckpointSaved(_logger, Generation, path);
    }

    /// <summary>Goes on from what <see cref="Save"/> wrote, by a search of the same population, size, seed and optimizer. Where the file is refused nothing has changed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, of another version, or of another search; the message says what differs.</exception>
    public void Load(string path)
    {
        CheckpointState state = ReadState(path);
        using DisposeScope scope = NewDisposeScope();
        IReadOnlyDictionary<string, Tensor> tensors = Safetensors.Load(path);
        foreach ((string name, Tensor parameter) in Population.Parameters)
            CheckLike(path, tensors, ParameterPrefix + name, parameter);
        Tensor history = Find(path, tensors, HistoryName), optimizer = Find(path, tensors, OptimizerName);
        if (history.ndim != 2 || history.shape[1] != CheckpointHistory.Columns || history.dtype != ScalarType.Float64)
            throw new InvalidDataException($"'{path}' is refused: its history has shape [{string.Join(", ", history.shape)}].");
        if (tensors.TryGetValue(BestName, out Tensor? best) && !best.shape.AsSpan().SequenceEqual([.. Population.IndividualShape]))
        {
            throw new InvalidDataException(
                $"'{path}' is refused: its best individual has shape [{string.Join(", ", best.shape)}]; those of the population have [{string.Join(", ", Population.IndividualShape)}].");
        }

        if (optimizer.dtype != ScalarType.Byte)
            throw new InvalidDataException($"'{path}' is refused: its optimizer state is {optimizer.dtype} instead of bytes.");
        List<GenerationReport> reports = CheckpointHistory.Reports(history.ToArray<double>());

        // The optimizer refuses what does not fit before it changes anything, and the rest cannot fail.
        LoadOptimizer(optimizer.ToArray<byte>());
        using (no_grad())
        {
            foreach ((string name, Tensor parameter) in Population.Parameters)
                parameter.copy_(tensors[ParameterPrefix + name]);
        }

        _best?.Dispose();
        _best = best is not null ? best.ToDevice(Population.Parameters.Values.First().device).DetachFromDisposeScope() : null;
        BestFitness = state.BestFitness ?? double.NaN;
        Generation = state.Generation;
        _history.Clear();
        _history.AddRange(reports);
        Log.CheckpointLoaded(_logger, Generation, path);
    }

    private CheckpointState ReadState(string path)
    {
        if (!Safetensors.LoadMetadata(path).TryGetValue(CheckpointKey, out string? json))
            throw new InvalidDataException($"'{path}' is refused: it is not the checkpoint of a search.");
        CheckpointState state;
        try
        {
            state = JsonSerializer.Deserialize(json, CheckpointJson.Default.CheckpointState) ?? throw new JsonException("There is nothing in it.");
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"'{path}' is refused: its state is damaged: {damage.Message}", damage);
        }

        if (state.Version != CheckpointState.CurrentVersion)
            throw new InvalidDataException($"'{path}' is refused: it has format version {state.Version}; this program reads version {CheckpointState.CurrentVersion}.");
        if (state.Generation < 0)
            throw new InvalidDataException($"'{path}' is refused: its generation is {state.Generation}.");
        if ((state.Seed, state.PopulationSize, state.Antithetic) != (_options.Seed, _options.PopulationSize, _options.Antithetic))
        {
            throw new InvalidDataException(
                $"'{path}' is refused: it is of a search with seed {state.Seed}, {state.PopulationSize} individuals and antithetic pairs {state.Antithetic}; "
                + $"this one has {_options.Seed}, {_options.PopulationSize} and {_options.Antithetic}.");
        }

        return state;
    }

    private static Tensor Find(string path, IReadOnlyDictionary<string, Tensor> tensors, string name) => tensors.TryGetValue(name, out Tensor? found)
        ? found
        : throw new InvalidDataException($"'{path}' is refused: it has no '{name}'.");

    private static void CheckLike(string path, IReadOnlyDictionary<string, Tensor> tensors, string name, Tensor parameter)
    {
        Tensor found = Find(path, tensors, name);
        if (found.dtype != parameter.dtype || !found.shape.AsSpan().SequenceEqual(parameter.shape))
        {
            throw new InvalidDataException(
                $"'{path}' is refused: '{name}' is {found.dtype} of shape [{string.Join(", ", found.shape)}]; the population has {parameter.dtype} of shape [{string.Join(", ", parameter.shape)}].");
        }
    }

    private byte[] OptimizerBytes()
    {
        if (_optimizer is not OptimizerHelper helper)
            throw new NotSupportedException($"The state of {_optimizer.GetType().Name} cannot be stored; use another optimizer for searches with checkpoints.");
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            helper.save_state_dict(writer);
        return stream.ToArray();
    }

    private void LoadOptimizer(byte[] bytes)
    {
        if (_optimizer is not OptimizerHelper helper)
            throw new NotSupportedException($"The state of {_optimizer.GetType().Name} cannot be read; use another optimizer for searches with checkpoints.");
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        helper.load_state_dict(reader);
    }
}
