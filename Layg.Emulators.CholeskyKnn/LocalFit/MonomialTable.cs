namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// All monomials of n variables up to a degree, degree ascending and inside a degree lexicographic in the exponents, each with the
/// product that makes it: monomial = parent × variable.
/// </summary>
internal sealed class MonomialTable
{
    private readonly int[] _parents;
    private readonly int[] _variables;
    private readonly int[][] _exponents;
    private readonly int[] _counts;

    public MonomialTable(int dimension, int degree)
    {
        Dimension = dimension;
        Degree = degree;
        _counts = [.. Enumerable.Range(0, degree + 1).Select(d => CountOf(dimension, d))];
        List<int[]> exponents = [];
        for (int d = 0; d <= degree; d++)
            AppendOfDegree(exponents, new int[dimension], 0, d);
        _exponents = [.. exponents];
        _parents = new int[_exponents.Length];
        _variables = new int[_exponents.Length];
        Dictionary<string, int> positions = new(StringComparer.Ordinal);
        for (int i = 0; i < _exponents.Length; i++)
        {
            positions.Add(Key(_exponents[i]), i);
            if (i == 0)
                continue;
            int variable = Array.FindIndex(_exponents[i], e => e > 0);
            var parent = (int[])_exponents[i].Clone();
            parent[variable]--;
            _variables[i] = variable;
            _parents[i] = positions[Key(parent)];
        }
    }

    public int Dimension { get; }

    public int Degree { get; }

    /// <summary>How many monomials (p).</summary>
    public int Count => _exponents.Length;

    /// <summary>The monomial that <see cref="Variables"/> multiplies; itself an earlier one. Entry 0 is the constant.</summary>
    public ReadOnlySpan<int> Parents => _parents;

    /// <summary>The variable that the parent is multiplied by.</summary>
    public ReadOnlySpan<int> Variables => _variables;

    /// <summary>The number of monomials of n variables up to a degree, (n + degree)! / (n! degree!), or the largest integer.</summary>
    public static int CountOf(int dimension, int degree)
    {
        long count = 1;
        for (int i = 1; i <= degree; i++)
        {
            count = count * (dimension + i) / i;
            if (count > int.MaxValue)
                return int.MaxValue;
        }

        return (int)count;
    }

    /// <summary>The number of monomials up to a degree not above that of the table.</summary>
    public int CountUpTo(int degree) => _counts[degree];

    /// <summary>The exponents of one monomial, one a variable.</summary>
    public ReadOnlySpan<int> Exponents(int monomial) => _exponents[monomial];

    private static string Key(int[] exponents) => string.Join(',', exponents);

    private static void AppendOfDegree(List<int[]> exponents, int[] current, int variable, int remaining)
    {
        if (variable == current.Length - 1)
        {
            current[variable] = remaining;
            exponents.Add((int[])current.Clone());
            current[variable] = 0;
            return;
        }

        for (int e = 0; e <= remaining; e++)
        {
            current[variable] = e;
            AppendOfDegree(exponents, current, variable + 1, remaining - e);
        }

        current[variable] = 0;
    }
}
