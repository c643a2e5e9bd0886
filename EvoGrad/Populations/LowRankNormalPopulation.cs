using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>
/// The normal distribution with a few correlated directions: x = μ + V ζ + σ ε, covariance V Vᵀ + diag(σ²). Memory and time grow with the
/// number of directions, not with the square of the dimension.
/// </summary>
/// <remarks><b>Source:</b> density by the matrix determinant lemma and Woodbury's identity; Choromanski et al. (2019), "From complexity to
/// simplicity: adaptive ES-active subspaces for blackbox optimization" for such search distributions.</remarks>
public sealed class LowRankNormalPopulation : IReparameterizable
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;
    private const string DirectionNoise = "directions";

    private readonly long _dimension;
    private readonly long _rank;

    /// <summary>Makes the distribution of tensors that stay the caller's.</summary>
    /// <param name="mean">The mean. Shape [d].</param>
    /// <param name="directions">The correlated directions V. Shape [d, r], r at least 1.</param>
    /// <param name="sigma">The standard deviation of each number's own noise. Shape [d]. Range: above 0.</param>
    /// <exception cref="ArgumentException">Shapes, types or devices do not fit, or a standard deviation is not above 0.</exception>
    public LowRankNormalPopulation(Tensor mean, Tensor directions, Tensor sigma)
    {
        PopulationCheck.SameKind((nameof(mean), mean), (nameof(directions), directions), (nameof(sigma), sigma));
        _dimension = mean.numel();
        if (mean.ndim != 1 || _dimension == 0)
            throw new ArgumentException($"mean has shape [{string.Join(", ", mean.shape)}]; it must be a vector.", nameof(mean));
        if (directions.ndim != 2 || directions.shape[0] != _dimension || directions.shape[1] == 0)
            throw new ArgumentException($"directions have shape [{string.Join(", ", directions.shape)}]; it must be [{_dimension}, r] with r at least 1.", nameof(directions));
        if (!sigma.shape.AsSpan().SequenceEqual([_dimension]))
            throw new ArgumentException($"sigma has shape [{string.Join(", ", sigma.shape)}]; it must be [{_dimension}].", nameof(sigma));
        _rank = directions.shape[1];
        Mean = mean;
        Directions = directions;
        Sigma = sigma;
        IndividualShape = [_dimension];
        Parameters = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["mean"] = mean, ["directions"] = directions, ["sigma"] = sigma };
        PopulationCheck.Positive(sigma, nameof(sigma));
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> Parameters { get; }

    /// <inheritdoc />
    public IReadOnlyList<long> IndividualShape { get; }

    /// <inheritdoc />
    public bool IsSymmetric => true;

    /// <summary>The mean. Shape [d].</summary>
    public Tensor Mean { get; }

    /// <summary>The correlated directions. Shape [d, r].</summary>
    public Tensor Directions { get; }

    /// <summary>The standard deviation of each number's own noise. Shape [d].</summary>
    public Tensor Sigma { get; }

    /// <inheritdoc />
    public Tensor Draw(IndividualRange range)
    {
        using IDisposable still = no_grad();
        return DrawPathwise(range);
    }

    /// <inheritdoc />
    public Tensor DrawPathwise(IndividualRange range)
    {
        PopulationCheck.Positive(Sigma, "sigma");
        using DisposeScope scope = NewDisposeScope();
        Tensor own = range.NormalNoise(_dimension, Mean.dtype).ToDevice(Mean.device);
        Tensor shared = range.NormalNoise(_rank, Mean.dtype, DirectionNoise).ToDevice(Mean.device);
        return (own * Sigma + shared.matmul(Directions.t()) + Mean).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor LogProbability(Tensor individuals)
    {
        PopulationCheck.Individuals(individuals, IndividualShape, Mean);
        PopulationCheck.Positive(Sigma, "sigma");
        using DisposeScope scope = NewDisposeScope();
        // With W = V/σ: |covariance| = |I + WᵀW| ∏σ², and the quadratic form is ‖y‖² − ‖C⁻¹Wᵀy‖², where y = (x − μ)/σ and C Cᵀ = I + WᵀW.
        Tensor scaled = Directions / Sigma.unsqueeze(1);
        Tensor inner = linalg.cholesky(scaled.t().matmul(scaled) + eye(_rank, _rank, Mean.dtype, Mean.device));
        Tensor y = (individuals - Mean) / Sigma;
        Tensor z = LinearSystems.SolveTriangular(inner, y.matmul(scaled).t(), upper: false);
        Tensor quadratic = y.square().sum(1) - z.square().sum(dim: 0);
        return (quadratic * -0.5 - inner.diag().log().sum() - Sigma.log().sum() - _dimension * HalfLogTwoPi).MoveToOuterDisposeScope();
    }
}
