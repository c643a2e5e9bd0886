using System.Globalization;

namespace L2L;

/// <summary>
/// One benchmark function, a term of a <see cref="BenchmarkFunction"/>. Shekel, Langermann and Easom have the values of the original library,
/// which differ from those of the literature in a constant or, for an odd number of dimensions, in the sign.
/// </summary>
public sealed class FunctionTerm
{
    private readonly Func<int, (double Lower, double Upper)> _bound;
    private readonly FunctionValue _value;
    private readonly Func<int, string?> _objection;

    private FunctionTerm(string name, ParameterSet settings, Func<int, (double, double)> bound, FunctionValue value, Func<int, string?>? objection = null)
    {
        Name = name;
        Settings = settings;
        _bound = bound;
        _value = value;
        _objection = objection ?? (static _ => null);
    }

    private delegate double FunctionValue(ReadOnlySpan<double> x);

    /// <summary>The function's name.</summary>
    public string Name { get; }

    /// <summary>What it was made with, matrices row by row.</summary>
    public ParameterSet Settings { get; }

    /// <summary>Rastrigin: Σ(x² + 10 − 10 cos 2πx); 0 at the origin.</summary>
    public static FunctionTerm Rastrigin() => Plain("Rastrigin", 5, FunctionFormulas.Rastrigin);

    /// <summary>Rosenbrock: Σ 100(x_{i+1} − x_i²)² + (1 − x_i)²; 0 at (1, …, 1).</summary>
    public static FunctionTerm Rosenbrock() => Plain("Rosenbrock", 2, FunctionFormulas.Rosenbrock);

    /// <summary>Ackley: e + 20 − 20 exp(−0.2 √(Σx²/d)) − exp(Σcos(2πx)/d); 0 at the origin.</summary>
    public static FunctionTerm Ackley() => Plain("Ackley", 2, FunctionFormulas.Ackley);

    /// <summary>Chasm, in two dimensions only: 1000|x₀|/(1000|x₀| + 1) + 0.01|x₁|; 0 at the origin.</summary>
    public static FunctionTerm Chasm() => new(
        "Chasm", ParameterSet.Empty, static _ => (-2, 2), FunctionFormulas.Chasm, static dims => dims == 2 ? null : "it has two dimensions");

    /// <summary>Minus the density of a normal distribution; least at the mean.</summary>
    /// <param name="covariance">The covariance: as many rows and columns as the mean has numbers, symmetric and positive definite.</param>
    /// <param name="mean">The mean.</param>
    /// <exception cref="ArgumentException">The covariance does not fit the mean, or is not positive definite.</exception>
    public static FunctionTerm Gaussian(double[][] covariance, double[] mean)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        ArgumentNullException.ThrowIfNull(mean);
        if (covariance.Length != mean.Length || covariance.Any(row => row.Length != mean.Length))
            throw new ArgumentException($"The covariance must be {mean.Length} x {mean.Length}, as the mean has {mean.Length} numbers.", nameof(covariance));
        var density = new NormalDensity(mean, covariance);
        return new FunctionTerm("Gaussian", new ParameterSet(("mean", mean), ("sigma", Flat(covariance))), static _ => (-5, 5), x => -density.At(x), Columns(mean.Length));
    }

    /// <summary>Shekel's foxholes: −Σ_i 1/Σ_j((x_j − A_ij)² + c_i), with c counted once for each dimension.</summary>
    /// <param name="centres">The centres A, one a row; the seven of the original in two dimensions where null.</param>
    /// <param name="widths">The widths c, one for each centre; those of the original where null.</param>
    /// <exception cref="ArgumentException">There are not as many widths as centres.</exception>
    public static FunctionTerm Shekel(double[][]? centres = null, double[]? widths = null)
    {
        double[][] a = centres ?? [[3, 5], [5, 2], [2, 1], [3, 3], [2, 7], [1, 4], [7, 9]];
        double[] c = widths ?? [0.1, 0.2, 0.5, 0.2, 0.3, 0.1, 0.1];
        CheckCentres(a, c);
        return new FunctionTerm("Shekel", Centres(centres, a, c), static _ => (0, 10), x => FunctionFormulas.Shekel(x, a, c), Columns(a[0].Length));
    }

    /// <summary>Langermann: Σ_i c_i exp(−s_i/π) cos(π s_i), s_i = Σ(x − A_i)².</summary>
    /// <param name="centres">The centres A, one a row; the five of the original in two dimensions where null.</param>
    /// <param name="heights">The heights c, one for each centre; those of the original where null.</param>
    /// <exception cref="ArgumentException">There are not as many heights as centres.</exception>
    public static FunctionTerm Langermann(double[][]? centres = null, double[]? heights = null)
    {
        double[][] a = centres ?? [[3, 5], [5, 2], [2, 1], [1, 4], [7, 9]];
        double[] c = heights ?? [1, 2, 5, 2, 3];
        CheckCentres(a, c);
        return new FunctionTerm("Langermann", Centres(centres, a, c), static _ => (0, 10), x => FunctionFormulas.Langermann(x, a, c), Columns(a[0].Length));
    }

    /// <summary>Michalewicz: −Σ sin(x_i) sin(i x_i²/π)^2m.</summary>
    /// <param name="m">How steep the valleys are. Range: at least 1.</param>
    public static FunctionTerm Michalewicz(int m = 10)
    {
        OptionCheck.AtLeast(m, 1, nameof(m));
        return new FunctionTerm("Michalewicz", new ParameterSet(("m", (long)m)), static _ => (0, Math.PI), x => FunctionFormulas.Michalewicz(x, m));
    }

    /// <summary>Permutation: Σ_k (Σ_i (i^k + β)((x_i/i)^k − 1))²; 0 at (1, 2, …, d).</summary>
    /// <param name="beta">β; the less, the flatter. Range: not negative.</param>
    public static FunctionTerm Permutation(double beta)
    {
        OptionCheck.NotNegative(beta, nameof(beta));
        return new FunctionTerm("Permutation", new ParameterSet(("beta", beta)), static dims => (-dims, dims), x => FunctionFormulas.Permutation(x, beta));
    }

    /// <summary>Easom: −Π cos x_i · exp(−Σ(x_i − π)²); −1 at (π, …, π) for an even number of dimensions, turned upside down for an odd one.</summary>
    public static FunctionTerm Easom() => Plain("Easom", 10, FunctionFormulas.Easom);

    /// <summary>The bounds of every coordinate.</summary>
    /// <param name="dimensions">How many coordinates.</param>
    public (double Lower, double Upper) Bound(int dimensions) => _bound(dimensions);

    internal double At(ReadOnlySpan<double> x) => _value(x);

    internal void Check(int dimensions)
    {
        if (_objection(dimensions) is { } objection)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{Name} cannot have {dimensions} dimensions: {objection}."), nameof(dimensions));
    }

    private static FunctionTerm Plain(string name, double bound, FunctionValue value) => new(name, ParameterSet.Empty, _ => (-bound, bound), value);

    private static Func<int, string?> Columns(int columns) => dims => dims == columns ? null : $"it was made with {columns}";

    private static ParameterSet Centres(double[][]? given, double[][] a, double[] c) =>
        given is null ? new ParameterSet(("A", "default"), ("c", "default")) : new ParameterSet(("A", Flat(a)), ("c", c));

    private static void CheckCentres(double[][] a, double[] c)
    {
        if (a.Length == 0 || a.Length != c.Length || a.Any(row => row.Length != a[0].Length))
            throw new ArgumentException($"There are {a.Length} centres and {c.Length} numbers beside them; there must be as many, and all centres of one length.", nameof(a));
    }

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(static row => row)];
}
