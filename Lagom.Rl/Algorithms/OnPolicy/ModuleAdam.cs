using System.Numerics;
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
/// <remarks><b>Source:</b> Kingma and Ba (2015), "Adam: a method for stochastic optimization".</remarks>
internal sealed class ModuleAdam : IDisposable
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;

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
        var rates = new Rates(
            (float)(norm > largestNorm ? largestNorm / (norm + 1e-6) : 1),
            (float)(learningRate / (1 - Math.Pow(Beta1, Steps))),
            (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, Steps))),
            (float)_epsilon);
        int offset = 0;
        for (int i = 0; i < _parameters.Length; i++)
        {
            Update(
                MemoryMarshal.Cast<byte, float>(_parameters[i].bytes), gradients.Slice(offset, _lengths[i]), Means.AsSpan(offset, _lengths[i]),
                Squares.AsSpan(offset, _lengths[i]), rates);
            offset += _lengths[i];
        }

        gradients.Clear();
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

    private static void Update(Span<float> values, ReadOnlySpan<float> gradients, Span<float> means, Span<float> squares, Rates rates)
    {
        int i = 0;
        var epsilon = new Vector<float>(rates.Epsilon);
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            Vector<float> gradient = new Vector<float>(gradients[i..]) * rates.Scale;
            Vector<float> mean = new Vector<float>(means[i..]) * (float)Beta1 + gradient * (float)(1 - Beta1);
            Vector<float> square = new Vector<float>(squares[i..]) * (float)Beta2 + gradient * gradient * (float)(1 - Beta2);
            (new Vector<float>(values[i..]) - mean * rates.Step / (Vector.SquareRoot(square) * rates.Correction + epsilon)).CopyTo(values[i..]);
            mean.CopyTo(means[i..]);
            square.CopyTo(squares[i..]);
        }

        for (; i < values.Length; i++)
        {
            float gradient = gradients[i] * rates.Scale;
            means[i] = means[i] * (float)Beta1 + gradient * (float)(1 - Beta1);
            squares[i] = squares[i] * (float)Beta2 + gradient * gradient * (float)(1 - Beta2);
            values[i] -= means[i] * rates.Step / (MathF.Sqrt(squares[i]) * rates.Correction + rates.Epsilon);
        }
    }

    private readonly record struct Rates(float Scale, float Step, float Correction, float Epsilon);
}
