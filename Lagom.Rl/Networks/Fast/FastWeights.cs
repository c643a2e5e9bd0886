using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>The weights of a <see cref="FastLayer"/>, transposed and padded by zeros to whole vectors.</summary>
internal sealed class FastWeights
{
    private const int Block = 16;

    private readonly FastLayer _layer;
    private readonly float[] _weights;
    private readonly float[] _bias;

    public FastWeights(FastLayer layer)
    {
        if (layer.Parts is not { Length: > 0 })
            throw new ArgumentException("A layer needs at least one part.", nameof(layer));
        _layer = layer;
        Inputs = (int)layer.Parts[0].weight!.shape[1];
        foreach (Linear part in layer.Parts)
        {
            if (part.weight!.shape[1] != Inputs)
                throw new ArgumentException($"The parts of a layer take {Inputs} and {part.weight.shape[1]} numbers; they must take the same.", nameof(layer));
            Outputs += (int)part.weight.shape[0];
        }

        PaddedOutputs = (Outputs + Block - 1) / Block * Block;
        _weights = new float[Inputs * PaddedOutputs];
        _bias = new float[PaddedOutputs];
    }

    public int Inputs { get; }

    public int Outputs { get; }

    public int PaddedOutputs { get; }

    public void Refresh()
    {
        int start = 0;
        foreach (Linear part in _layer.Parts)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor weight = part.weight!.detach().cpu().contiguous();
            ReadOnlySpan<float> rows = MemoryMarshal.Cast<byte, float>(weight.bytes);
            int outputs = rows.Length / Inputs;
            for (int j = 0; j < outputs; j++)
            {
                for (int i = 0; i < Inputs; i++)
                    _weights[(i * PaddedOutputs) + start + j] = rows[(j * Inputs) + i];
            }

            if (part.bias is { } bias)
            {
                Tensor numbers = bias.detach().cpu().contiguous();
                MemoryMarshal.Cast<byte, float>(numbers.bytes).CopyTo(_bias.AsSpan(start));
            }

            start += outputs;
        }
    }

    public void Save(NumberWriter writer)
    {
        writer.Write<float>(_weights);
        writer.Write<float>(_bias);
    }

    public void Load(NumberReader reader)
    {
        reader.Read<float>(_weights);
        reader.Read<float>(_bias);
    }

    /// <summary>y = activation(x W + b).</summary>
    /// <param name="x">Rows whose first <see cref="Inputs"/> numbers count.</param>
    /// <param name="stride">How far rows of x are apart.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="y">Receives rows of <see cref="PaddedOutputs"/> numbers.</param>
    public void Apply(ReadOnlySpan<float> x, int stride, int rows, Span<float> y)
    {
        Span<float> results = y[..(rows * PaddedOutputs)];
        ref float input = ref MemoryMarshal.GetReference(x[..(((rows - 1) * stride) + Inputs)]);
        ref float output = ref MemoryMarshal.GetReference(results);
        int row = 0;
        for (; row + 4 <= rows; row += 4)
            FourRows(ref Unsafe.Add(ref input, row * stride), stride, ref Unsafe.Add(ref output, row * PaddedOutputs));
        for (; row < rows; row++)
            OneRow(ref Unsafe.Add(ref input, row * stride), ref Unsafe.Add(ref output, row * PaddedOutputs));
        switch (_layer.Activation)
        {
            case Activation.Tanh:
                TensorPrimitives.Tanh(results, results);
                break;
            case Activation.Relu:
                TensorPrimitives.Max(results, 0, results);
                break;
        }
    }

    // Every sum runs over the inputs in their order, so that a row's results are the same in both forms.
    private void FourRows(ref float x, int stride, ref float y)
    {
        ref float bias = ref MemoryMarshal.GetArrayDataReference(_bias);
        int width = PaddedOutputs;
        for (int j = 0; j < width; j += Block)
        {
            Vector256<float> b0 = Vector256.LoadUnsafe(ref Unsafe.Add(ref bias, j));
            Vector256<float> b1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref bias, j + 8));
            Vector256<float> p0 = b0, p1 = b1, q0 = b0, q1 = b1, r0 = b0, r1 = b1, s0 = b0, s1 = b1;
            ref float weight = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_weights), j);
            for (int i = 0; i < Inputs; i++)
            {
                Vector256<float> w0 = Vector256.LoadUnsafe(ref weight);
                Vector256<float> w1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref weight, 8));
                Vector256<float> p = Vector256.Create(Unsafe.Add(ref x, i));
                p0 = Vector256.FusedMultiplyAdd(p, w0, p0);
                p1 = Vector256.FusedMultiplyAdd(p, w1, p1);
                Vector256<float> q = Vector256.Create(Unsafe.Add(ref x, i + stride));
                q0 = Vector256.FusedMultiplyAdd(q, w0, q0);
                q1 = Vector256.FusedMultiplyAdd(q, w1, q1);
                Vector256<float> r = Vector256.Create(Unsafe.Add(ref x, i + (2 * stride)));
                r0 = Vector256.FusedMultiplyAdd(r, w0, r0);
                r1 = Vector256.FusedMultiplyAdd(r, w1, r1);
                Vector256<float> s = Vector256.Create(Unsafe.Add(ref x, i + (3 * stride)));
                s0 = Vector256.FusedMultiplyAdd(s, w0, s0);
                s1 = Vector256.FusedMultiplyAdd(s, w1, s1);
                weight = ref Unsafe.Add(ref weight, width);
            }

            p0.StoreUnsafe(ref Unsafe.Add(ref y, j));
            p1.StoreUnsafe(ref Unsafe.Add(ref y, j + 8));
            q0.StoreUnsafe(ref Unsafe.Add(ref y, j + width));
            q1.StoreUnsafe(ref Unsafe.Add(ref y, j + width + 8));
            r0.StoreUnsafe(ref Unsafe.Add(ref y, j + (2 * width)));
            r1.StoreUnsafe(ref Unsafe.Add(ref y, j + (2 * width) + 8));
            s0.StoreUnsafe(ref Unsafe.Add(ref y, j + (3 * width)));
            s1.StoreUnsafe(ref Unsafe.Add(ref y, j + (3 * width) + 8));
        }
    }

    private void OneRow(ref float x, ref float y)
    {
        ref float bias = ref MemoryMarshal.GetArrayDataReference(_bias);
        int width = PaddedOutputs;
        for (int j = 0; j < width; j += Block)
        {
            Vector256<float> p0 = Vector256.LoadUnsafe(ref Unsafe.Add(ref bias, j));
            Vector256<float> p1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref bias, j + 8));
            ref float weight = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_weights), j);
            for (int i = 0; i < Inputs; i++)
            {
                Vector256<float> p = Vector256.Create(Unsafe.Add(ref x, i));
                p0 = Vector256.FusedMultiplyAdd(p, Vector256.LoadUnsafe(ref weight), p0);
                p1 = Vector256.FusedMultiplyAdd(p, Vector256.LoadUnsafe(ref Unsafe.Add(ref weight, 8)), p1);
                weight = ref Unsafe.Add(ref weight, width);
            }

            p0.StoreUnsafe(ref Unsafe.Add(ref y, j));
            p1.StoreUnsafe(ref Unsafe.Add(ref y, j + 8));
        }
    }
}
