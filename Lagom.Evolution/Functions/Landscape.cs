namespace Lagom.Evolution.Functions;

/// <summary>
/// The formula of a benchmark function in its own coordinates, before a <see cref="BenchmarkFunction"/> moves and turns it.
/// </summary>
/// <remarks>
/// Derive from it to give a function of your own the same shifts, rotations and checks. An instance belongs to one dimension and is
/// immutable after construction, so that one instance may be evaluated on many threads.
/// </remarks>
public abstract class Landscape
{
    /// <summary>Stores what every landscape has.</summary>
    /// <param name="name">The name, in lower case with hyphens.</param>
    /// <param name="dimension">The number of coordinates. Range: at least <paramref name="minimumDimension"/>.</param>
    /// <param name="domainRadius">Half the width of the usual domain [-r, r]^n. Range: positive and finite.</param>
    /// <param name="minimumDimension">The smallest dimension in which the formula is defined.</param>
    /// <param name="maximumDimension">The largest dimension in which the formula is defined.</param>
    /// <exception cref="ArgumentException">The dimension or the radius is out of range, or the name is empty.</exception>
    protected Landscape(string name, int dimension, double domainRadius, int minimumDimension = 1, int maximumDimension = int.MaxValue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (dimension < minimumDimension || dimension > maximumDimension)
        {
            string allowed = minimumDimension == maximumDimension ? $"{minimumDimension}"
                : maximumDimension == int.MaxValue ? $"at least {minimumDimension}" : $"{minimumDimension} to {maximumDimension}";
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, $"The dimension of {name} must be {allowed}.");
        }

        if (!(domainRadius > 0) || !double.IsFinite(domainRadius))
            throw new ArgumentOutOfRangeException(nameof(domainRadius), domainRadius, "The radius of the domain must be positive and finite.");
        Name = name;
        Dimension = dimension;
        DomainRadius = domainRadius;
    }

    /// <summary>The name, in lower case with hyphens.</summary>
    public string Name { get; }

    /// <summary>The number of coordinates.</summary>
    public int Dimension { get; }

    /// <summary>Half the width of the usual domain: the function is meant for [-r, r]^n.</summary>
    public double DomainRadius { get; }

    /// <summary>The least value.</summary>
    public virtual double Minimum => 0;

    /// <summary>Writes a point at which the least value is reached.</summary>
    /// <param name="destination">Where to write. Length: <see cref="Dimension"/>.</param>
    public virtual void WriteOptimum(Span<double> destination) => destination.Clear();

    /// <summary>Computes the value at a point.</summary>
    /// <param name="z">The point, a copy that the method may overwrite. Length: <see cref="Dimension"/>.</param>
    /// <returns>The value; NaN where a coordinate is NaN.</returns>
    public abstract double Evaluate(Span<double> z);
}
