using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>The normal distribution with any covariance: x = μ + L ε, covariance L Lᵀ.</summary>
/// <remarks><b>Source:</b> Glasmachers et al. (2010), "Exponential natural evolution strategies".</remarks>
public sealed class FullNormalPopulation : IReparameterizable
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>Makes the distribution of tensors that stay the caller's.</summary>
    /// <param name="mean">The mean. Shape [d], d at least 1.</param>
    /// <param name="factor">The lower triangular factor L of the covariance. Shape [d, d]; numbers above the diagonal are ignored. Diagonal: above 0.</param>
    /// <exception cref="ArgumentException">Shapes, types or devices do not fit, or a diagonal element is not above 0.</exception>
    public FullNormalPopulation(Tensor mean, Tensor factor)
    {
        PopulationCheck.SameKind((nameof(mean), mean), (nameof(factor), factor));
        long dimension = mean.numel();
        if (mean.ndim != 1 || dimension == 0)
            throw new ArgumentException($"mean has shape [{string.Join(", ", mean.shape)}]; a full covariance needs a vector.", nameof(mean));
        if (!factor.shape.AsSpan().SequenceEqual([dimension, dimension]))
            throw new ArgumentException($"factor has shape [{string.Join(", ", factor.shape)}]; it must be [{dimension}, {dimension}].", nameof(factor));
        Mean = mean;
        Factor = factor;
        IndividualShape = [dimension];
        Parameters = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["mean"] = mean, ["factor"] = factor };
        CheckDiagonal();
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> Parameters { get; }

    /// <inheritdoc />
    public IReadOnlyList<long> IndividualShape { get; }

    /// <inheritdoc />
    public bool IsSymmetric => true;

    /// <summary>The mean. Shape [d].</summary>
    public Tensor Mean { get; }

    /// <summary>The factor of the covariance; its lower triangle counts. Shape [d, d].</summary>
    public Tensor Factor { get; }

    /// <inheritdoc />
    public Tensor Draw(IndividualRange range)
    {
        using IDisposable still = no_grad();
        return DrawPathwise(range);
    }

    /// <inheritdoc />
    public Tensor DrawPathwise(IndividualRange range)
    {
        CheckDiagonal();
        using DisposeScope scope = NewDisposeScope();
        Tensor noise = range.NormalNoise(IndividualShape[0], Mean.dtype).ToDevice(Mean.device);
        return (noise.matmul(Factor.tril().t()) + Mean).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor LogProbability(Tensor individuals)
    {
        PopulationCheck.Individuals(individuals, IndividualShape, Mean);
        CheckDiagonal();
        using DisposeScope scope = NewDisposeScope();
        Tensor noise = Noise(individuals);
        return (noise.square().sum(dim: 0) * -0.5 - Factor.diag().log().sum() - IndividualShape[0] * HalfLogTwoPi).MoveToOuterDisposeScope();
    }

    /// <summary>L⁻¹ (x − μ), an individual a column.</summary>
    internal Tensor Noise(Tensor individuals) => LinearSystems.SolveTriangular(Factor.tril(), (individuals - Mean).t(), upper: false);

    private void CheckDiagonal()
    {
        using Tensor diagonal = Factor.detach().diag();
        PopulationCheck.Positive(diagonal, "factor's diagonal");
    }
}
