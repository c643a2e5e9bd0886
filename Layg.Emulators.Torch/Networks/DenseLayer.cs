using System.Runtime.Intrinsics;

namespace Layg.Emulators.Torch;

/// <summary>
/// y = x W + b with everything padded by zeros to whole vectors. An output does not depend on what is computed beside it. Immutable.
/// </summary>
internal sealed class DenseLayer
{
    /// <summary>Lengths are multiples of this.</summary>
    public const int Block = 8;

    /// <summary>With fewer outputs a vector of them would be mostly padding; each is an inner product then.</summary>
    private const int FewOutputs = 4;

    private readonly double[] _weights;
    private readonly double[] _bias;
    private readonly bool _byOutput;

    /// <summary>Copies a layer.</summary>
    /// <param name="weights">W, row-major [inputs, outputs].</param>
    /// <param name="bias">b [outputs].</param>
    /// <param name="last">Whether its inputs are those of a layer before it, and therefore padded.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a number is not finite.</exception>
    public DenseLayer(ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, bool last = false)
    {
        Outputs = bias.Length;
        if (bias.IsEmpty || weights.IsEmpty || weights.Length % bias.Length != 0)
            throw new ArgumentException($"{weights.Length} weights do not fit {bias.Length} outputs.", nameof(weights));
        foreach (double number in weights)
            ThrowUnlessFinite(number);
        foreach (double number in bias)
            ThrowUnlessFinite(number);

        Inputs = weights.Length / bias.Length;
        PaddedOutputs = Padded(Outputs);
        _byOutput = last && Outputs < FewOutputs;
        _bias = new double[PaddedOutputs];
        bias.CopyTo(_bias);
        _weights = new double[_byOutput ? Outputs * Padded(Inputs) : Inputs * PaddedOutputs];
        for (int i = 0; i < Inputs; i++)
        {
            for (int j = 0; j < Outputs; j++)
                _weights[Place(i, j)] = weights[(i * Outputs) + j];
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>The room that <see cref="Apply"/> needs.</summary>
    public int PaddedOutputs { get; }

    public double[] Weights()
    {
        var weights = new double[Inputs * Outputs];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = _weights[Place(i / Outputs, i % Outputs)];
        return weights;
    }

    public double[] Bias() => _bias[..Outputs];

    /// <summary>Computes y.</summary>
    /// <param name="x">The inputs; of a last layer, padded.</param>
    /// <param name="y">Receives <see cref="PaddedOutputs"/> numbers; of a last layer only <see cref="Outputs"/> of them are set.</param>
    public void Apply(ReadOnlySpan<double> x, Span<double> y)
    {
        if (_byOutput)
        {
            int length = Padded(Inputs);
            for (int j = 0; j < Outputs; j++)
            {
                ReadOnlySpan<double> column = _weights.AsSpan(j * length, length);
                y[j] = _bias[j] + (Vector512.IsHardwareAccelerated ? LayerKernel<Lanes512>.Dot(column, x) : LayerKernel<Lanes256>.Dot(column, x));
            }
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            LayerKernel<Lanes512>.Apply(x[..Inputs], _weights, _bias, y);
        }
        else
        {
            LayerKernel<Lanes256>.Apply(x[..Inputs], _weights, _bias, y);
        }
    }

    /// <summary>Replaces numbers, a multiple of <see cref="Block"/> of them, by their hyperbolic tangents.</summary>
    public static void Tanh(Span<double> numbers)
    {
        if (Vector512.IsHardwareAccelerated)
            LayerKernel<Lanes512>.Tanh(numbers);
        else
            LayerKernel<Lanes256>.Tanh(numbers);
    }

    private static int Padded(int count) => (count + Block - 1) / Block * Block;

    private static void ThrowUnlessFinite(double number)
    {
        if (!double.IsFinite(number))
            throw new ArgumentException($"A weight is {number}; every one must be finite.", nameof(number));
    }

    private int Place(int input, int output) => _byOutput ? (output * Padded(Inputs)) + input : (input * PaddedOutputs) + output;
}
