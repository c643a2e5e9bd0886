using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Layg.Emulators.Torch;

/// <summary>
/// y = x W + b with everything padded by zeros to whole vectors. An output does not depend on what is computed beside it. Immutable.
/// </summary>
internal sealed class DenseLayer
{
    /// <summary>Lengths are multiples of this.</summary>
    public const int Block = 8;

    /// <summary>Points of one <see cref="ApplyMany"/>.</summary>
    public const int BlockPoints = 32;

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
                y[j] = _bias[j] + Dot(column, x);
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

    /// <summary>Computes y for <see cref="BlockPoints"/> points, whose numbers of one unit stand side by side; for each as <see cref="Apply"/>, bit for bit.</summary>
    /// <param name="x">The inputs [inputs, points]; of a last layer, padded by zeros.</param>
    /// <param name="y">Receives numbers [padded outputs, points]; of a last layer only those of its outputs are set.</param>
    public void ApplyMany(ReadOnlySpan<double> x, Span<double> y)
    {
        if (_byOutput)
        {
            int length = Padded(Inputs);
            for (int j = 0; j < Outputs; j++)
            {
                ReadOnlySpan<double> column = _weights.AsSpan(j * length, length);
                Span<double> results = y.Slice(j * BlockPoints, BlockPoints);
                if (Vector512.IsHardwareAccelerated)
                    LayerKernel<Lanes512>.DotMany(x, column, _bias[j], results);
                else
                    LayerKernel<Lanes256>.DotMany(x, column, _bias[j], results);
            }
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            LayerKernel<Lanes512>.ApplyMany(x, Inputs, _weights, _bias, y);
        }
        else
        {
            LayerKernel<Lanes256>.ApplyMany(x, Inputs, _weights, _bias, y);
        }
    }

    /// <summary>The inner product of two vectors of the same length, a multiple of <see cref="Block"/>: eight sums, added in a fixed order.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref double l = ref MemoryMarshal.GetReference(left);
        ref double r = ref MemoryMarshal.GetReference(right[..left.Length]);
        Vector256<double> low = default, high = default;
        for (nuint i = 0; i < (nuint)left.Length; i += Block)
        {
            low = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref l, i), Vector256.LoadUnsafe(ref r, i), low);
            high = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref l, i + 4), Vector256.LoadUnsafe(ref r, i + 4), high);
        }

        Vector256<double> sum = low + high;
        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    /// <summary>The sum of squares over the units, of each of <see cref="BlockPoints"/> points; added one after the other.</summary>
    public static void SquaresMany(ReadOnlySpan<double> x, Span<double> results)
    {
        if (Vector512.IsHardwareAccelerated)
            LayerKernel<Lanes512>.SquaresMany(x, results);
        else
            LayerKernel<Lanes256>.SquaresMany(x, results);
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
