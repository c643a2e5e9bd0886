using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>
/// A dense layer, a layer-normalised LSTM on its outputs, and dense networks for policy and value on the hidden state. Without the first layer
/// the normalisation would leave nothing of the observations' size.
/// </summary>
internal sealed class RecurrentActorCritic : ActorCritic
{
    private readonly Mlp _encoder;
    private readonly LayerNormLstmLayer _lstm;
    private readonly Mlp _actor;
    private readonly Mlp _critic;
    private readonly int _observationSize;

    public RecurrentActorCritic(int observationSize, int outputs, bool isContinuous, OnPolicyOptions options, RandomStream random)
        : base(nameof(RecurrentActorCritic))
    {
        int[] hidden = [.. options.HiddenSizes];
        _observationSize = observationSize;
        _encoder = new Mlp(observationSize, [], options.RecurrentUnits, Activation.None, random, options.Activation);
        _lstm = new LayerNormLstmLayer(options.RecurrentUnits, options.RecurrentUnits, random);
        _actor = new Mlp(options.RecurrentUnits, hidden, outputs, options.Activation, random).Orthogonalize(random, outputGain: 0.01);
        _critic = new Mlp(options.RecurrentUnits, hidden, 1, options.Activation, random).Orthogonalize(random, outputGain: 1);
        register_module("encoder", _encoder);
        register_module("lstm", _lstm);
        register_module("actor", _actor);
        register_module("critic", _critic);
        if (!isContinuous)
            return;
        LogDeviation = new Parameter(full(outputs, Math.Log(options.InitialStandardDeviation), dtype: ScalarType.Float32));
        register_parameter("log_std", LogDeviation);
    }

    public override Parameter? LogDeviation { get; }

    public override bool IsRecurrent => true;

    public override void Refresh()
    {
    }

    public override void SaveActing(NumberWriter writer)
    {
    }

    public override void LoadActing(NumberReader reader)
    {
    }

    public override void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, RecurrentMemory? memory, Span<float> outputs, Span<float> values)
    {
        ArgumentNullException.ThrowIfNull(memory);
        memory.Forget(isFirst);
        using var mode = no_grad();
        using DisposeScope scope = NewDisposeScope();
        LstmState next = _lstm.Cell.call(_encoder.call(Rows(observations)), memory.State(0, memory.Rows));
        memory.Set(next);
        if (!outputs.IsEmpty)
            Numbers(_actor.call(next.Hidden)).CopyTo(outputs);
        if (!values.IsEmpty)
            Numbers(_critic.call(next.Hidden)).CopyTo(values);
    }

    public override float Value(ReadOnlySpan<float> observation, RecurrentMemory? memory, int row)
    {
        ArgumentNullException.ThrowIfNull(memory);
        using var mode = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return _critic.call(_lstm.Cell.call(_encoder.call(Rows(observation)), memory.State(row, 1)).Hidden).item<float>();
    }

    public override RecurrentMemory CreateMemory(int rows) => new(rows, _lstm.Cell.Units);

    public override (Tensor Outputs, Tensor Values) Learn(Tensor observations, Tensor? isFirst, LstmState? start)
    {
        if (start is not { } state)
            throw new ArgumentNullException(nameof(start));
        using DisposeScope scope = NewDisposeScope();
        Tensor features = _lstm.Run(_encoder.call(observations), state, isFirst).Output.reshape(-1, _lstm.Cell.Units);
        return scope.MoveToOuter(_actor.call(features), _critic.call(features));
    }

    private Tensor Rows(ReadOnlySpan<float> observations) => tensor(observations.ToArray(), [observations.Length / _observationSize, _observationSize]);

    private static ReadOnlySpan<float> Numbers(Tensor rows) => MemoryMarshal.Cast<byte, float>(rows.bytes);
}
