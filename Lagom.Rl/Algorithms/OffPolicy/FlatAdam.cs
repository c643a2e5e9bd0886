using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>Adam over the one block of parameters of an ensemble: one pass that also clears the gradients.</summary>
/// <remarks><b>Source:</b> Kingma and Ba (2015), "Adam: a method for stochastic optimization".</remarks>
internal sealed class FlatAdam : IDisposable
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;

    private readonly DenseEnsemble _ensemble;
    private readonly double _epsilon;

    public FlatAdam(DenseEnsemble ensemble, double epsilon = 1e-8)
    {
        _ensemble = ensemble;
        _epsilon = epsilon;
        Means = Floats.Lasting(ensemble.Values.shape);
        Squares = Floats.Lasting(ensemble.Values.shape);
    }

    public Tensor Means { get; }

    public Tensor Squares { get; }

    public long Steps { get; set; }

    /// <summary>Takes a step against the gradients.</summary>
    /// <param name="learningRate">How far.</param>
    /// <param name="largestNorm">The gradients are scaled down to this norm where they are longer.</param>
    public void Step(double learningRate, double largestNorm = double.PositiveInfinity)
    {
        Steps++;
        Span<float> values = _ensemble.Values.Numbers(), gradients = _ensemble.Gradients.Numbers();
        Span<float> means = Means.Numbers(), squares = Squares.Numbers();
        double norm = double.IsFinite(largestNorm) ? TensorPrimitives.Norm<float>(gradients) : 0;
        var rates = new Rates(
            (float)ClipScale(norm, largestNorm),
            (float)(learningRate / (1 - Math.Pow(Beta1, Steps))),
            (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, Steps))),
            (float)_epsilon);
        int vectors = values.Length / Vector<float>.Count * Vector<float>.Count;
        Update(values[..vectors], gradients[..vectors], means[..vectors], squares[..vectors], rates);
        for (int i = vectors; i < values.Length; i++)
        {
            float g = gradients[i] * rates.Scale;
            means[i] = means[i] * (float)Beta1 + g * (float)(1 - Beta1);
            squares[i] = squares[i] * (float)Beta2 + g * g * (float)(1 - Beta2);
            values[i] -= rates.Step * means[i] / (MathF.Sqrt(squares[i]) * rates.Correction + rates.Epsilon);
            gradients[i] = 0;
        }
    }

    public void Dispose()
    {
        Means.Dispose();
        Squares.Dispose();
    }

    /// <summary>What gradients of a norm are multiplied with to keep within the largest one, as PyTorch's clip_grad_norm_ does.</summary>
    internal static double ClipScale(double norm, double largestNorm) => norm > largestNorm ? largestNorm / (norm + 1e-6) : 1;

    private static void Update(Span<float> values, Span<float> gradients, Span<float> means, Span<float> squares, Rates rates)
    {
        Span<Vector<float>> p = MemoryMarshal.Cast<float, Vector<float>>(values), g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> m = MemoryMarshal.Cast<float, Vector<float>>(means), v = MemoryMarshal.Cast<float, Vector<float>>(squares);
        var epsilon = new Vector<float>(rates.Epsilon);
        for (int i = 0; i < p.Length && i < g.Length && i < m.Length && i < v.Length; i++)
        {
            Vector<float> gradient = g[i] * rates.Scale;
            Vector<float> mean = m[i] * (float)Beta1 + gradient * (float)(1 - Beta1);
            Vector<float> square = v[i] * (float)Beta2 + gradient * gradient * (float)(1 - Beta2);
            p[i] -= mean * rates.Step / (Vector.SquareRoot(square) * rates.Correction + epsilon);
            m[i] = mean;
            v[i] = square;
            g[i] = Vector<float>.Zero;
        }
    }

    private readonly record struct Rates(float Scale, float Step, float Correction, float Epsilon);
}
