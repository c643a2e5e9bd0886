using System.Buffers;
using System.Numerics.Tensors;
using Shared.Tensors;

namespace Lagom.Evolution.Functions;

/// <summary>
/// A function to test minimisers on, with a known optimum; its textbook form, or an instance whose optimum was moved to a random place
/// and whose axes were turned at random.
/// </summary>
/// <remarks>
/// An instance computes <c>f(x) = g(z* + R (x - x*))</c>, where g is the landscape with its optimum at z*, x* the new place of the
/// optimum and R a random rotation. Evaluation allocates nothing and is thread-safe. <see cref="BenchmarkFunctions"/> makes them by name.
/// </remarks>
public sealed class BenchmarkFunction
{
    private const int LargestOnStack = 256;

    // The optimum of an instance stays this share of the domain away from the middle, so that it never lies at the border.
    private const double ShiftShare = 0.8;

    private readonly Landscape _landscape;
    private readonly double[] _optimum;
    private readonly double[] _landscapeOptimum;
    private readonly double[]? _rotation;

    /// <summary>Takes a landscape as it is: the textbook form.</summary>
    /// <param name="landscape">The formula.</param>
    public BenchmarkFunction(Landscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        _landscape = landscape;
        _landscapeOptimum = new double[landscape.Dimension];
        landscape.WriteOptimum(_landscapeOptimum);
        _optimum = _landscapeOptimum;
    }

    /// <summary>Makes the instance of a seed: shifted, and rotated unless that is switched off.</summary>
    /// <param name="landscape">The formula.</param>
    /// <param name="seed">The seed of shift and rotation; the same seed gives the same instance.</param>
    /// <param name="rotate">Whether the axes are turned; a separable function stays separable where they are not.</param>
    public BenchmarkFunction(Landscape landscape, long seed, bool rotate = true)
        : this(landscape)
    {
        var random = new RandomStream(seed);
        double reach = ShiftShare * landscape.DomainRadius;
        RandomStream shift = random.Split("shift");
        _optimum = new double[landscape.Dimension];
        for (int i = 0; i < _optimum.Length; i++)
            _optimum[i] = shift.NextDouble(-reach, reach);
        if (rotate)
            _rotation = RandomRotation.Create(landscape.Dimension, random.Split("rotation"));
    }

    /// <summary>The landscape's name.</summary>
    public string Name => _landscape.Name;

    /// <summary>The number of coordinates.</summary>
    public int Dimension => _landscape.Dimension;

    /// <summary>Half the width of the usual domain [-r, r]^n, in which starting points are drawn.</summary>
    public double DomainRadius => _landscape.DomainRadius;

    /// <summary>The least value.</summary>
    public double Minimum => _landscape.Minimum;

    /// <summary>A point at which the least value is reached.</summary>
    public ReadOnlySpan<double> Optimum => _optimum;

    /// <summary>Computes the value at a point.</summary>
    /// <param name="x">The point. Length: <see cref="Dimension"/>.</param>
    /// <returns>The value, at least <see cref="Minimum"/> up to rounding; NaN where a coordinate is NaN.</returns>
    /// <exception cref="ArgumentException">The point has another number of coordinates.</exception>
    public double Evaluate(ReadOnlySpan<double> x)
    {
        int n = Dimension;
        if (x.Length != n)
            throw new ArgumentException($"The point has {x.Length} coordinates; {Name} was made for {n}.", nameof(x));
        if (n <= LargestOnStack)
            return Evaluate(x, stackalloc double[2 * n]);
        double[] scratch = ArrayPool<double>.Shared.Rent(2 * n);
        try
        {
            return Evaluate(x, scratch.AsSpan(0, 2 * n));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    /// <summary>Draws a starting point uniformly from the domain.</summary>
    /// <param name="random">The stream to draw from.</param>
    public double[] DrawStart(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var start = new double[Dimension];
        for (int i = 0; i < start.Length; i++)
            start[i] = random.NextDouble(-DomainRadius, DomainRadius);
        return start;
    }

    private double Evaluate(ReadOnlySpan<double> x, Span<double> scratch)
    {
        Span<double> z = scratch[..x.Length];
        if (ReferenceEquals(_optimum, _landscapeOptimum))
        {
            x.CopyTo(z);
        }
        else if (_rotation is null)
        {
            TensorPrimitives.Subtract(x, _optimum, z);
            TensorPrimitives.Add(z, _landscapeOptimum, z);
        }
        else
        {
            Span<double> fromOptimum = scratch[x.Length..];
            TensorPrimitives.Subtract(x, _optimum, fromOptimum);
            for (int i = 0; i < z.Length; i++)
                z[i] = _landscapeOptimum[i] + TensorPrimitives.Dot(_rotation.AsSpan(i * z.Length, z.Length), fromOptimum);
        }

        return _landscape.Evaluate(z);
    }
}
