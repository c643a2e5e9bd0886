using SharedSource;

namespace L2L;

/// <summary>The named benchmark functions, numbered as in the original library.</summary>
public static class BenchmarkFunctions
{
    private static readonly FunctionTerm First = FunctionTerm.Gaussian([[1.5, 0.1], [0.1, 0.3]], [-1, -1]);

    private static readonly (string Name, int Dimensions, FunctionTerm[] Terms)[] Table =
    [
        ("Rastrigin2d", 2, [FunctionTerm.Rastrigin()]),
        ("Rastrigin10d", 10, [FunctionTerm.Rastrigin()]),
        ("Rosenbrock2d", 2, [FunctionTerm.Rosenbrock()]),
        ("Rosenbrock10d", 10, [FunctionTerm.Rosenbrock()]),
        ("Ackley2d", 2, [FunctionTerm.Ackley()]),
        ("Ackley10d", 10, [FunctionTerm.Ackley()]),
        ("Chasm", 2, [FunctionTerm.Chasm()]),
        ("Gauss2d", 2, [First]),
        ("Shekel2d", 2, [FunctionTerm.Shekel()]),
        ("Langermann2d", 2, [FunctionTerm.Langermann()]),
        ("Michalewicz2d", 2, [FunctionTerm.Michalewicz()]),
        ("Permutation2d", 2, [FunctionTerm.Permutation(0.005)]),
        ("Easom2d", 2, [FunctionTerm.Easom()]),
        ("Easom10d", 10, [FunctionTerm.Easom()]),
        ("3Gaussians2d", 2, [First, FunctionTerm.Gaussian([[0.25, 0.3], [0.3, 1]], [1, 1]), FunctionTerm.Gaussian([[0.5, 0.25], [0.25, 1.3]], [2, -2])]),
    ];

    /// <summary>The names, in the order of their numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(Table, static row => row.Name);

    /// <summary>A function by name.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    /// <param name="noise">The noise that each evaluation adds; none where null.</param>
    /// <exception cref="ArgumentException">There is no function of this name.</exception>
    public static BenchmarkFunction Get(string name, FunctionNoise? noise = null)
    {
        int index = Array.FindIndex(Table, row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
            return Get(index, noise);
        string? near = NearestName.Of(name, Names);
        throw new ArgumentException($"There is no benchmark function '{name}'; there are: {string.Join(", ", Names)}." + (near is null ? "" : $" Did you mean '{near}'?"), nameof(name));
    }

    /// <summary>A function by number.</summary>
    /// <param name="index">Its number. Range: 0 to 14.</param>
    /// <param name="noise">The noise that each evaluation adds; none where null.</param>
    /// <exception cref="ArgumentException">There is no function of this number.</exception>
    public static BenchmarkFunction Get(int index, FunctionNoise? noise = null)
    {
        OptionCheck.Require(index >= 0 && index < Table.Length, nameof(index), index, $"0 to {Table.Length - 1}");
        return new BenchmarkFunction(Table[index].Name, Table[index].Terms, Table[index].Dimensions, noise: noise);
    }
}
