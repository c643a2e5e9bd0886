using System.Globalization;

namespace L2L;

/// <summary>A cost to be minimised: a sum of benchmark functions, with noise where wanted.</summary>
public sealed class BenchmarkFunction
{
    private readonly FunctionTerm[] _terms;

    /// <summary>Makes a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="terms">What is summed, at least one.</param>
    /// <param name="dimensions">How many coordinates. Range: at least 1.</param>
    /// <param name="bound">The bounds of every coordinate; the least and the largest of the terms' where null.</param>
    /// <param name="noise">The noise that each evaluation adds; none where null.</param>
    /// <exception cref="ArgumentException">There are no terms, one cannot have so many dimensions, or the bounds are not in order.</exception>
    public BenchmarkFunction(
        string name, IEnumerable<FunctionTerm> terms, int dimensions = 2, (double Lower, double Upper)? bound = null, FunctionNoise? noise = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(terms);
        OptionCheck.AtLeast(dimensions, 1, nameof(dimensions));
        _terms = [.. terms];
        if (_terms.Length == 0)
            throw new ArgumentException("A benchmark function needs at least one term.", nameof(terms));
        foreach (FunctionTerm term in _terms)
            term.Check(dimensions);
        noise?.Validate();
        Name = name;
        Dimensions = dimensions;
        Noise = noise;
        (Lower, Upper) = bound ?? (_terms.Min(t => t.Bound(dimensions).Lower), _terms.Max(t => t.Bound(dimensions).Upper));
        if (!(Lower < Upper))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The bounds are [{Lower}, {Upper}]; the lower one must be below the upper one."), nameof(bound));
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>How many coordinates.</summary>
    public int Dimensions { get; }

    /// <summary>The lower bound of every coordinate.</summary>
    public double Lower { get; }

    /// <summary>The upper bound of every coordinate.</summary>
    public double Upper { get; }

    /// <summary>The noise that each evaluation adds; none where null.</summary>
    public FunctionNoise? Noise { get; }

    /// <summary>What is summed.</summary>
    public IReadOnlyList<FunctionTerm> Terms => _terms;

    /// <summary>The cost without noise.</summary>
    /// <param name="x">The coordinates.</param>
    /// <exception cref="ArgumentException">There are too few or too many.</exception>
    public double Noiseless(ReadOnlySpan<double> x)
    {
        if (x.Length != Dimensions)
            throw new ArgumentException($"The point has {x.Length} coordinates; {Name} has {Dimensions} dimensions.", nameof(x));
        double sum = 0;
        foreach (FunctionTerm term in _terms)
            sum += term.At(x);
        return sum;
    }

    /// <summary>The cost, with one draw of the noise where there is any.</summary>
    /// <param name="x">The coordinates.</param>
    /// <param name="random">Where the noise comes from.</param>
    /// <exception cref="ArgumentException">There are too few or too many coordinates.</exception>
    public double Value(ReadOnlySpan<double> x, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Noise is null ? Noiseless(x) : Noiseless(x) + random.NextNormal(Noise.Mean, Noise.StandardDeviation);
    }
}
