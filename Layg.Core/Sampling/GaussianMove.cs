using System.Globalization;

namespace Layg.Sampling;

/// <summary>
/// Gaussian Metropolis: the walker takes a normal step of a fixed covariance, whatever the other walkers do.
/// </summary>
/// <remarks>
/// Not affine invariant: the covariance must suit the density. A step of (2.38² / n) times the density's covariance suits a normal
/// density in n dimensions.
/// <para><b>Source:</b> Metropolis, Rosenbluth, Rosenbluth, Teller and Teller (1953), "Equation of state calculations by fast computing
/// machines".</para>
/// </remarks>
public sealed class GaussianMove : IEnsembleMove
{
    private readonly double _standardDeviation;
    private readonly double[]? _factor;
    private readonly int _dimension;

    private GaussianMove(double standardDeviation, double[]? factor, int dimension)
    {
        _standardDeviation = standardDeviation;
        _factor = factor;
        _dimension = dimension;
    }

    /// <summary>Steps of one standard deviation in every coordinate, in any dimension.</summary>
    /// <param name="standardDeviation">The standard deviation, in the coordinates' units. Range: above 0, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static GaussianMove Isotropic(double standardDeviation)
    {
        if (!double.IsFinite(standardDeviation) || standardDeviation <= 0)
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation must be above 0 and finite.");
        return new GaussianMove(standardDeviation, factor: null, dimension: 0);
    }

    /// <summary>Steps of a standard deviation for each coordinate.</summary>
    /// <param name="standardDeviations">The standard deviations: [dimension]. Range: above 0, finite.</param>
    /// <exception cref="ArgumentException">There are none, or a number is out of range.</exception>
    public static GaussianMove Diagonal(ReadOnlySpan<double> standardDeviations)
    {
        var covariance = new double[standardDeviations.Length, standardDeviations.Length];
        for (int i = 0; i < standardDeviations.Length; i++)
        {
            if (!double.IsFinite(standardDeviations[i]) || standardDeviations[i] <= 0)
                throw new ArgumentOutOfRangeException(nameof(standardDeviations), standardDeviations[i], $"Standard deviation {i} must be above 0 and finite.");
            covariance[i, i] = standardDeviations[i] * standardDeviations[i];
        }

        return FromCovariance(covariance);
    }

    /// <summary>Steps of a given covariance.</summary>
    /// <param name="covariance">The covariance: [dimension, dimension], symmetric and positive definite.</param>
    /// <exception cref="ArgumentException">The matrix is empty, not square, not symmetric or not positive definite.</exception>
    public static GaussianMove FromCovariance(double[,] covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        int n = covariance.GetLength(0);
        if (n == 0 || covariance.GetLength(1) != n)
            throw new ArgumentException($"The covariance must be a square matrix, not {n} by {covariance.GetLength(1)}.", nameof(covariance));
        return new GaussianMove(1, Cholesky(covariance, n), n);
    }

    /// <inheritdoc/>
    public void Check(int dimension, int others)
    {
        if (_factor is not null && _dimension != dimension)
            throw new ArgumentException($"The Gaussian move has a covariance of dimension {_dimension}, but the density has dimension {dimension}.", nameof(dimension));
    }

    /// <inheritdoc/>
    public double Propose(in MoveContext context, Span<double> proposal)
    {
        context.Random.FillNormal(proposal);
        // From the last coordinate up, so that the product with the lower triangle can be made in place.
        for (int i = proposal.Length - 1; i >= 0; i--)
        {
            double step = _standardDeviation * proposal[i];
            if (_factor is not null)
            {
                step = 0;
                for (int j = 0; j <= i; j++)
                    step += _factor[i * _dimension + j] * proposal[j];
            }

            proposal[i] = context.Current[i] + step;
        }

        return 0;
    }

    private static double[] Cholesky(double[,] covariance, int n)
    {
        var factor = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double asymmetry = Math.Abs(covariance[i, j] - covariance[j, i]);
                if (!(asymmetry <= 1e-12 * Math.Sqrt(Math.Abs(covariance[i, i] * covariance[j, j]))))
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The covariance must be symmetric and finite, but ({i}, {j}) is {covariance[i, j]} and ({j}, {i}) is {covariance[j, i]}."), nameof(covariance));
                double sum = covariance[i, j];
                for (int k = 0; k < j; k++)
                    sum -= factor[i * n + k] * factor[j * n + k];
                if (i == j && !(sum > 0 && double.IsFinite(sum)))
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The covariance of dimension {n} is not positive definite: pivot {i} is {sum}."), nameof(covariance));
                factor[i * n + j] = i == j ? Math.Sqrt(sum) : sum / factor[j * n + j];
            }
        }

        return factor;
    }
}
