using System.Numerics;
using System.Runtime.InteropServices;

namespace Layg.Emulators.Torch;

/// <summary>
/// y = x W + b with the outputs padded to whole vectors. Every output is summed in the order of the inputs, so that it does not depend on the
/// width of a vector or on what is computed beside it. Immutable.
/// </summary>
internal sealed class DenseLayer
{
    private const int Together = 4;

    private readonly double[] _weights;
    private readonly double[] _bias;

    /// <summary>Copies a layer.</summary>
    /// <param name="weights">W, row-major [inputs, outputs].</param>
    /// <param name="bias">b [outputs].</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a number is not finite.</exception>
    public DenseLayer(ReadOnlySpan<double> weights, ReadOnlySpan<double> bias)
    {
        Outputs = bias.Length;
        if (bias.IsEmpty || weights.IsEmpty || weights.Length % bias.Length != 0)
            throw new ArgumentException($"{weights.Length} weights do not fit {bias.Length} outputs.", nameof(weights));
        foreach (double number in weights)
            ThrowUnlessFinite(number);
        foreach (double number in bias)
            ThrowUnlessFinite(number);

        Inputs = weights.Length / bias.Length;
        PaddedOutputs = (Outputs + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _weights = new double[Inputs * PaddedOutputs];
        _bias = new double[PaddedOutputs];
        bias.CopyTo(_bias);
        for (int i = 0; i < Inputs; i++)
            weights.Slice(i * Outputs, Outputs).CopyTo(_weights.AsSpan(i * PaddedOutputs));
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>The room that <see cref="Apply"/> needs.</summary>
    public int PaddedOutputs { get; }

    public double[] Weights()
    {
        var weights = new double[Inputs * Outputs];
        for (int i = 0; i < Inputs; i++)
            _weights.AsSpan(i * PaddedOutputs, Outputs).CopyTo(weights.AsSpan(i * Outputs));
        return weights;
    }

    public double[] Bias() => _bias[..Outputs];

    /// <summary>Computes y; what pads it is 0.</summary>
    /// <param name="x">The inputs; more than <see cref="Inputs"/> are ignored.</param>
    /// <param name="y">Receives <see cref="PaddedOutputs"/> numbers.</param>
    public void Apply(ReadOnlySpan<double> x, Span<double> y)
    {
        int width = PaddedOutputs / Vector<double>.Count;
        ReadOnlySpan<Vector<double>> weights = MemoryMarshal.Cast<double, Vector<double>>(_weights);
        ReadOnlySpan<Vector<double>> bias = MemoryMarshal.Cast<double, Vector<double>>(_bias);
        Span<Vector<double>> results = MemoryMarshal.Cast<double, Vector<double>>(y[..PaddedOutputs]);
        x = x[..Inputs];
        int j = 0;
        // Four sums at once hide the latency of the multiply-adds.
        for (; j + Together <= width; j += Together)
        {
            Vector<double> sum0 = bias[j];
            Vector<double> sum1 = bias[j + 1];
            Vector<double> sum2 = bias[j + 2];
            Vector<double> sum3 = bias[j + 3];
            for (int i = 0; i < x.Length; i++)
            {
                ReadOnlySpan<Vector<double>> row = weights.Slice((i * width) + j, Together);
                Vector<double> input = new(x[i]);
                sum0 = Vector.FusedMultiplyAdd(input, row[0], sum0);
                sum1 = Vector.FusedMultiplyAdd(input, row[1], sum1);
                sum2 = Vector.FusedMultiplyAdd(input, row[2], sum2);
                sum3 = Vector.FusedMultiplyAdd(input, row[3], sum3);
            }

            results[j] = sum0;
            results[j + 1] = sum1;
            results[j + 2] = sum2;
            results[j + 3] = sum3;
        }

        for (; j < width; j++)
        {
            Vector<double> sum = bias[j];
            for (int i = 0; i < x.Length; i++)
                sum = Vector.FusedMultiplyAdd(new Vector<double>(x[i]), weights[(i * width) + j], sum);
            results[j] = sum;
        }
    }

    /// <summary>Replaces numbers, whole vectors of them, by their hyperbolic tangents; absolute error below 3e-16.</summary>
    public static void Tanh(Span<double> numbers)
    {
        foreach (ref Vector<double> v in MemoryMarshal.Cast<double, Vector<double>>(numbers))
            v = Vector<double>.One - (new Vector<double>(2) / (Vector.Exp(v + v) + Vector<double>.One));
    }

    private static void ThrowUnlessFinite(double number)
    {
        if (!double.IsFinite(number))
            throw new ArgumentException($"A weight is {number}; every one must be finite.", nameof(number));
    }
}
