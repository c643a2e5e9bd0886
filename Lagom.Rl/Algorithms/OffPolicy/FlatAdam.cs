using System.Numerics.Tensors;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>Adam over the one block of parameters of an ensemble.</summary>
internal sealed class FlatAdam : IDisposable
{
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
        Span<float> gradients = _ensemble.Gradients.Numbers();
        double scale = double.IsFinite(largestNorm) ? AdamStep.ClipScale(TensorPrimitives.Norm<float>(gradients), largestNorm) : 1;
        new AdamStep(Steps, learningRate, _epsilon, scale).Apply(_ensemble.Values.Numbers(), gradients, Means.Numbers(), Squares.Numbers());
    }

    public void Dispose()
    {
        Means.Dispose();
        Squares.Dispose();
    }
}
