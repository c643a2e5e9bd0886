using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>
/// Adam over the parameters of a module on the processor. Their gradients lie in one block of memory, so that norm and step are one pass and
/// no call to libtorch is needed.
/// </summary>
internal sealed class ModuleAdam : IDisposable
{
    private readonly Parameter[] _parameters;
    private readonly int[] _lengths;
    private readonly Tensor[] _views;
    private readonly Tensor _gradients;
    private readonly double _epsilon;

    public ModuleAdam(nn.Module module, double epsilon)
    {
        _parameters = [.. module.parameters()];
        _lengths = [.. _parameters.Select(static parameter => (int)parameter.numel())];
        _epsilon = epsilon;
        Means = new float[_lengths.Sum()];
        Squares = new float[Means.Length];
        _gradients = zeros(Means.Length, ScalarType.Float32).DetachFromDisposeScope();
        _views = new Tensor[_parameters.Length];
        int offset = 0;
        for (int i = 0; i < _parameters.Length; i++)
        {
            _views[i] = _gradients.narrow(0, offset, _lengths[i]).view(_parameters[i].shape).DetachFromDisposeScope();
            _parameters[i].SetGradient(_views[i]);
            offset += _lengths[i];
        }
    }

    public float[] Means { get; }

    public float[] Squares { get; }

    public long Steps { get; set; }

    /// <summary>The gradients of all parameters, to which <c>backward</c> adds; cleared by <see cref="Step"/>.</summary>
    public Span<float> Gradients => MemoryMarshal.Cast<byte, float>(_gradients.bytes);

    /// <summary>The gradients of one parameter.</summary>
    public Span<float> GradientsOf(Parameter parameter)
    {
        int index = Array.FindIndex(_parameters, one => ReferenceEquals(one, parameter));
        return Gradients.Slice(_lengths.AsSpan(0, index).ToArray().Sum(), _lengths[index]);
    }

    /// <summary>Takes a step against the gradients.</summary>
    /// <returns>The norm of the gradients before they were clipped.</returns>
    public double Step(double learningRate, double largestNorm)
    {
        Steps++;
        Span<float> gradients = Gradients;
        double norm = TensorPrimitives.Norm<float>(gradients);
        var step = new AdamStep(Steps, learningRate, _epsilon, AdamStep.ClipScale(norm, largestNorm));
        int offset = 0;
        for (int i = 0; i < _parameters.Length; i++)
        {
            int length = _lengths[i];
            step.Apply(
                MemoryMarshal.Cast<byte, float>(_parameters[i].bytes), gradients.Slice(offset, length), Means.AsSpan(offset, length), Squares.AsSpan(offset, length));
            offset += length;
        }

        return norm;
    }

    public void Dispose()
    {
        foreach (Parameter parameter in _parameters)
            parameter.SetGradient(null);
        foreach (Tensor view in _views)
            view.Dispose();
        _gradients.Dispose();
    }
}
