using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Layers of layer-normalised LSTMs, each on the outputs of the one before.</summary>
public sealed class LayerNormLstm : nn.Module<Tensor, IReadOnlyList<LstmState>, (Tensor Output, IReadOnlyList<LstmState> Last)>
{
    private readonly ModuleList<LayerNormLstmLayer> _layers;

    /// <summary>Makes the layers.</summary>
    /// <param name="inputs">How many numbers go in. Range: at least 1.</param>
    /// <param name="units">How many units each layer has. Range: at least 1.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <param name="layers">How many layers. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public LayerNormLstm(int inputs, int units, RandomStream random, int layers = 1)
        : base(nameof(LayerNormLstm))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        _layers = nn.ModuleList<LayerNormLstmLayer>(
            [.. Enumerable.Range(0, layers).Select(i => new LayerNormLstmLayer(i == 0 ? inputs : units, units, random))]);
        Units = units;
        register_module("layers", _layers);
    }

    /// <summary>How many units each layer has.</summary>
    public int Units { get; }

    /// <summary>The layers, the first one first.</summary>
    public IReadOnlyList<LayerNormLstmLayer> Layers => [.. _layers];

    /// <summary>What is remembered before anything was seen: a state per layer.</summary>
    /// <param name="batch">How many rows.</param>
    /// <param name="device">Where the states are; null for the processor.</param>
    public IReadOnlyList<LstmState> Start(long batch, Device? device = null) => [.. _layers.Select(_ => LstmState.Zeros(batch, Units, device))];

    /// <summary>Goes along time.</summary>
    /// <param name="input">What is seen [time, batch, inputs].</param>
    /// <param name="states">What each layer remembers before the first step.</param>
    /// <returns>The hidden states of the last layer [time, batch, units], and what each layer remembers after the last step.</returns>
    public override (Tensor Output, IReadOnlyList<LstmState> Last) forward(Tensor input, IReadOnlyList<LstmState> states) => Run(input, states);

    /// <summary>Goes along time through sequences of their own lengths and through several episodes.</summary>
    /// <param name="input">What is seen [time, batch, inputs].</param>
    /// <param name="states">What each layer remembers before the first step.</param>
    /// <param name="starts">1 where an episode begins, before which the state is forgotten, else 0 [time, batch]; null for nowhere.</param>
    /// <param name="present">1 where a sequence has a step, else 0, where its state stays as it is [time, batch]; null for everywhere.</param>
    /// <returns>The hidden states of the last layer [time, batch, units], and what each layer remembers after each sequence's last step.</returns>
    /// <exception cref="ArgumentException">There are not as many states as layers.</exception>
    public (Tensor Output, IReadOnlyList<LstmState> Last) Run(
        Tensor input, IReadOnlyList<LstmState> states, Tensor? starts = null, Tensor? present = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(states);
        if (states.Count != _layers.Count)
            throw new ArgumentException($"There are {states.Count} states; there are {_layers.Count} layers.", nameof(states));
        var last = new LstmState[states.Count];
        Tensor x = input;
        for (int i = 0; i < last.Length; i++)
        {
            Tensor before = x;
            (x, last[i]) = _layers[i].Run(x, states[i], starts, present);
            if (i > 0)
                before.Dispose();
        }

        return (x, last);
    }
}
