namespace Lagom.Evolution;

/// <summary>The covariance matrix of a search distribution, in the form that a variant of CMA-ES keeps it.</summary>
internal abstract class CovarianceModel(int size)
{
    /// <summary>Rows and columns.</summary>
    public int Size { get; } = size;

    /// <summary>The square root of the largest eigenvalue.</summary>
    public abstract double LongestAxis { get; }

    /// <summary>The square root of the smallest eigenvalue.</summary>
    public abstract double ShortestAxis { get; }

    /// <summary>A diagonal element.</summary>
    public abstract double Variance(int index);

    /// <summary>Brings what is derived from the matrix up to date where it is due.</summary>
    /// <exception cref="InvalidOperationException">The matrix cannot be decomposed; nothing has changed.</exception>
    public abstract void Refresh();

    /// <summary>y = C^(1/2) z up to a rotation of z: standard normal rows to rows of this covariance.</summary>
    public abstract void Transform(ReadOnlySpan<double> z, Span<double> y, int rows);

    /// <summary>The inverse of <see cref="Transform"/>.</summary>
    public abstract void Whiten(ReadOnlySpan<double> y, Span<double> z, int rows);

    /// <summary>C^(-1/2) y of the row y whose whitened form is z.</summary>
    public abstract void InverseRoot(ReadOnlySpan<double> z, Span<double> result);

    /// <summary>C = decay C + the sum of coefficient[i] row[i] row[i]ᵀ.</summary>
    /// <param name="decay">What C is multiplied by.</param>
    /// <param name="rows">The rows [count, size].</param>
    /// <param name="coefficients">A number per row.</param>
    public abstract void Update(double decay, ReadOnlySpan<double> rows, ReadOnlySpan<double> coefficients);

    /// <summary>Multiplies the standard deviation along a coordinate.</summary>
    public abstract void ScaleCoordinate(int index, double factor);

    /// <summary>The matrix [size, size].</summary>
    public abstract double[] ToMatrix();

    /// <summary>One of the principal axes, as long as its standard deviation.</summary>
    public abstract void WriteAxis(int index, Span<double> axis);

    public abstract void Save(StrategyState state);

    /// <summary>Reads a model of the same kind and size.</summary>
    public abstract CovarianceModel Read(StrategyState state);
}
