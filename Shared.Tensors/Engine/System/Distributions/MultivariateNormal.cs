using TorchSharp;
using static TorchSharp.DistributionTools;
using static TorchSharp.torch;

namespace Shared.Tensors.Distributions;

/// <summary>The normal distribution over vectors, with a full covariance.</summary>
/// <remarks>Computed from the lower Cholesky factor of the covariance; giving that factor is the cheapest.</remarks>
public class MultivariateNormal : torch.distributions.Distribution
{
    private const double LogTwoPi = 1.83787706640934548356065947281;

    /// <summary>Normal distributions over the last dimension of <paramref name="loc"/>.</summary>
    /// <param name="loc">The means, [..., n].</param>
    /// <param name="covariance">The covariances, [..., n, n], positive definite.</param>
    /// <param name="precision">Or the inverses of the covariances.</param>
    /// <param name="scaleTril">Or the lower Cholesky factors of the covariances, with a positive diagonal.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">
    /// Not exactly one matrix is given, it is not n by n, not positive definite or (a factor) not lower triangular, or loc has NaN.
    /// </exception>
    public MultivariateNormal(
        Tensor loc, Tensor? covariance = null, Tensor? precision = null, Tensor? scaleTril = null, Generator? generator = null)
        : base(generator)
    {
        Checked(loc, nameof(loc), torch.distributions.constraints.real_vector);
        if (new[] { covariance, precision, scaleTril }.Count(matrix => matrix is not null) != 1)
            throw new ArgumentException("MultivariateNormal needs exactly one of covariance, precision and scaleTril.", nameof(covariance));
        var (matrix, name) = covariance is not null ? (covariance, nameof(covariance))
            : precision is not null ? (precision, nameof(precision)) : (scaleTril!, nameof(scaleTril));
        var size = loc.shape[^1];
        if (matrix.ndim < 2 || matrix.shape[^1] != size || matrix.shape[^2] != size)
        {
            throw new ArgumentException(
                $"MultivariateNormal needs {name} of shape [..., {size}, {size}] for loc of {size} numbers, not [{string.Join(", ", matrix.shape)}].", name);
        }
        Checked(matrix, name, scaleTril is null
            ? torch.distributions.constraints.positive_definite
            : torch.distributions.constraints.lower_cholesky);
        var batch = Broadcast((nameof(loc), loc.shape[..^1]), (name, matrix.shape[..^2]));
        var factor = scaleTril ?? Derive(matrix, () => covariance is not null ? linalg.cholesky(matrix) : FactorOfInverse(matrix));
        Loc = Hold(loc, [.. batch, size]);
        Factor = Hold(factor, [.. batch, size, size]);
        _init((Size)batch, (Size)size);
    }

    private MultivariateNormal(Tensor loc, Tensor factor, Generator? generator)
        : base(generator, loc.shape[..^1], loc.shape[^1..])
    {
        Loc = loc;
        Factor = factor;
    }

    internal Tensor Loc { get; }

    internal Tensor Factor { get; }

    /// <inheritdoc/>
    public override Tensor mean => Loc.alias();

    /// <inheritdoc/>
    public override Tensor mode => Loc.alias();

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Factor.square().sum(-1));

    /// <summary>The lower Cholesky factor of the covariance, [..., n, n].</summary>
    public Tensor ScaleTril => Factor.alias();

    /// <summary>The covariance, [..., n, n].</summary>
    public Tensor Covariance => Evaluate(() => Factor.matmul(Factor.mT));

    /// <summary>The inverse of the covariance, [..., n, n].</summary>
    public Tensor Precision => Evaluate(() =>
        LinalgOperators.PlainCholeskyInverse.Call(Factor));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
        (SquaredDistance(Factor, value - Loc) + event_shape[0] * LogTwoPi) * -0.5 - HalfLogDeterminant(Factor));

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => HalfLogDeterminant(Factor) + 0.5 * event_shape[0] * (1 + LogTwoPi));

    /// <inheritdoc/>
    public override torch.distributions.Distribution expand(Size batch_shape, torch.distributions.Distribution? instance = null)
    {
        CheckInstance(instance);
        var size = event_shape[0];
        return new MultivariateNormal(
            Widen(Loc, [.. batch_shape.Shape, size]), Widen(Factor, [.. batch_shape.Shape, size, size]), generator);
    }

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var noise = empty(ExtendedShape(sampleShape), Loc.dtype, Loc.device);
        noise.normal_(0, 1, source);
        // One product for all samples of one distribution; a batch multiplies each by its own matrix.
        return Factor.ndim == 2
            ? Loc + noise.matmul(Factor.mT)
            : Loc + Factor.matmul(noise.unsqueeze(-1)).squeeze(-1);
    });

    /// <summary>The squared Mahalanobis length of differences.</summary>
    internal static Tensor SquaredDistance(Tensor factor, Tensor difference)
    {
        if (factor.ndim == 2 && difference.ndim > 0)
        {
            var rows = difference.reshape(-1, factor.shape[^1]);
            var solved = LinalgOperators.SolveTriangular.Call(factor, rows.mT, false);
            return solved.square().sum(0L).reshape(difference.shape[..^1]);
        }
        return LinalgOperators.SolveTriangular.Call(factor, difference.unsqueeze(-1), false).square().sum([-2, -1]);
    }

    /// <summary>Half the logarithm of the covariance's determinant.</summary>
    internal static Tensor HalfLogDeterminant(Tensor factor) => DistributionOperators.DiagonalView.Call(factor, 0, -2, -1).log().sum(-1);

    // The flipped matrix's factor, flipped back, is upper triangular; its inverse transposed is the factor of the inverse.
    private static Tensor FactorOfInverse(Tensor precision)
    {
        var upper = linalg.cholesky(precision.flip(-2, -1)).flip(-2, -1).mT;
        var unit = eye(precision.shape[^1], dtype: precision.dtype, device: precision.device);
        return LinalgOperators.SolveTriangular.Call(upper, unit, false);
    }
}
