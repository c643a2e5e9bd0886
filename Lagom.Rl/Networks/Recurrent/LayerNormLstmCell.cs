using TorchSharp.Modules;
using static TorchSharp.torch;
using Layers = Shared.Tensors.Layers;

namespace Lagom.Rl;

/// <summary>
/// A step of an LSTM whose gates and cell are layer-normalised: g = LN(W x) + LN(U h), split into input, forget, cell and output;
/// c' = LN(σ(f) c + σ(i) tanh(u)), which is also what is carried on, and h' = σ(o) tanh(c').
/// </summary>
/// <remarks><b>Source:</b> Ba, Kiros and Hinton (2016), "Layer normalization".</remarks>
public sealed class LayerNormLstmCell : nn.Module<Tensor, LstmState, LstmState>
{
    private const int Gates = 4;

    private readonly Parameter _inputWeight;
    private readonly Parameter _hiddenWeight;
    private readonly Layers.LayerNorm _inputNorm;
    private readonly Layers.LayerNorm _hiddenNorm;
    private readonly Layers.LayerNorm _cellNorm;

    /// <summary>Makes the cell; the weights of every gate are orthogonal at first.</summary>
    /// <param name="inputs">How many numbers go in. Range: at least 1.</param>
    /// <param name="units">How many units. Range: at least 1.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public LayerNormLstmCell(int inputs, int units, RandomStream random)
        : base(nameof(LayerNormLstmCell))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        Inputs = inputs;
        Units = units;
        _inputWeight = new Parameter(empty([Gates * units, inputs], ScalarType.Float32));
        _hiddenWeight = new Parameter(empty([Gates * units, units], ScalarType.Float32));
        _inputNorm = new Layers.LayerNorm(Gates * units);
        _hiddenNorm = new Layers.LayerNorm(Gates * units);
        _cellNorm = new Layers.LayerNorm(units);
        register_parameter("weight_ih", _inputWeight);
        register_parameter("weight_hh", _hiddenWeight);
        register_module("ln_input", _inputNorm);
        register_module("ln_hidden", _hiddenNorm);
        register_module("ln_cell", _cellNorm);
        Initialization.Orthogonal(this, random, blocks: Gates);
    }

    /// <summary>How many numbers go in.</summary>
    public int Inputs { get; }

    /// <summary>How many units.</summary>
    public int Units { get; }

    /// <summary>Takes a step.</summary>
    /// <param name="input">What is seen [batch, <see cref="Inputs"/>].</param>
    /// <param name="state">What is remembered [batch, <see cref="Units"/>].</param>
    /// <returns>What is remembered then; its hidden state is the output.</returns>
    public override LstmState forward(Tensor input, LstmState state)
    {
        using DisposeScope scope = NewDisposeScope();
        return Step(Project(input), state).MoveToOuterDisposeScope();
    }

    /// <summary>LN(W x) of any number of rows, which does not depend on the state.</summary>
    internal Tensor Project(Tensor input) => _inputNorm.call(nn.functional.linear(input, _inputWeight));

    internal LstmState Step(Tensor projected, LstmState state)
    {
        Tensor gates = projected + _hiddenNorm.call(nn.functional.linear(state.Hidden, _hiddenWeight));
        Tensor[] parts = gates.chunk(Gates, 1);
        Tensor cell = _cellNorm.call(parts[1].sigmoid() * state.Cell + parts[0].sigmoid() * parts[2].tanh());
        return new LstmState(parts[3].sigmoid() * cell.tanh(), cell);
    }
}
