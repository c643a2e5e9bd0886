using System.Globalization;
using SharedSource;

namespace L2L;

/// <summary>The optimizees of this package, by name: the benchmark functions in any number of dimensions they allow, and the digits.</summary>
public static class OptimizeeCatalog
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);
    private static readonly string[] FunctionOptions = ["dimension", "noise"];
    private static readonly string[] TableOptions = ["noise"];

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<OptimizeeEntry> All { get; } = [.. Entries().OrderBy(static entry => entry.Name, StringComparer.Ordinal)];

    /// <summary>The entry of a name.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <exception cref="ArgumentException">There is no such optimizee.</exception>
    public static OptimizeeEntry Find(string name) => Find(All, name);

    /// <summary>Makes an optimizee.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    /// <param name="settings">Settings by name; the defaults where null.</param>
    /// <exception cref="ArgumentException">There is no such optimizee or setting, or a value is not valid.</exception>
    public static IOptimizee Create(string name, IReadOnlyDictionary<string, string>? settings = null) => Create(Find(name), settings);

    internal static IOptimizee Create(OptimizeeEntry entry, IReadOnlyDictionary<string, string>? settings)
    {
        foreach (string setting in (settings ?? None).Keys)
        {
            if (entry.Options.Contains(setting, StringComparer.OrdinalIgnoreCase))
                continue;
            string? near = NearestName.Of(setting, entry.Options);
            throw new ArgumentException(
                $"The optimizee '{entry.Name}' has no setting '{setting}'; it has: {(entry.Options.Count == 0 ? "none" : string.Join(", ", entry.Options))}."
                + (near is null ? "" : $" Did you mean '{near}'?"),
                nameof(settings));
        }

        return entry.Create(new Dictionary<string, string>(settings ?? None, StringComparer.OrdinalIgnoreCase));
    }

    internal static OptimizeeEntry Find(IEnumerable<OptimizeeEntry> entries, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        OptimizeeEntry[] known = [.. entries];
        if (Array.Find(known, entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        string? near = NearestName.Of(name, known.Select(static entry => entry.Name));
        throw new ArgumentException(
            $"There is no optimizee '{name}'; there are: {string.Join(", ", known.Select(static entry => entry.Name))}." + (near is null ? "" : $" Did you mean '{near}'?"), nameof(name));
    }

    private static IEnumerable<OptimizeeEntry> Entries()
    {
        foreach ((string name, FunctionTerm term) in (IEnumerable<(string, FunctionTerm)>)
            [
                ("rastrigin", FunctionTerm.Rastrigin()), ("rosenbrock", FunctionTerm.Rosenbrock()), ("ackley", FunctionTerm.Ackley()),
                ("michalewicz", FunctionTerm.Michalewicz()), ("permutation", FunctionTerm.Permutation(0.005)), ("easom", FunctionTerm.Easom()),
            ])
        {
            yield return Function(name, $"the function {term.Name} in any number of dimensions", FunctionOptions, settings =>
                new BenchmarkFunction(term.Name, [term], Whole(settings, "dimension", 2), noise: Noise(settings)));
        }

        foreach (string name in (string[])["Chasm", "Gauss2d", "Shekel2d", "Langermann2d", "3Gaussians2d"])
            yield return Function(name.ToLowerInvariant(), $"the function {name}, in two dimensions", TableOptions, settings => BenchmarkFunctions.Get(name, Noise(settings)));
        yield return new OptimizeeEntry(
            "digits", "a network that tells handwritten digits apart", FitnessWeights.Maximize, ["hidden"], static settings => new DigitsOptimizee(Whole(settings, "hidden", 10)));
    }

    private static OptimizeeEntry Function(string name, string summary, string[] options, Func<IReadOnlyDictionary<string, string>, BenchmarkFunction> create) =>
        new(name, summary, FitnessWeights.Minimize, options, settings => new BenchmarkOptimizee(create(settings)));

    private static FunctionNoise? Noise(IReadOnlyDictionary<string, string> settings)
    {
        if (!settings.TryGetValue("noise", out string? text))
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double deviation) && deviation >= 0 && double.IsFinite(deviation)
            ? deviation == 0 ? null : new FunctionNoise(0, deviation)
            : throw new ArgumentException($"noise is '{text}'; it must be a number that is not negative.", nameof(settings));
    }

    private static int Whole(IReadOnlyDictionary<string, string> settings, string name, int fallback)
    {
        if (!settings.TryGetValue(name, out string? text))
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1
            ? value
            : throw new ArgumentException($"{name} is '{text}'; it must be a whole number of at least 1.", nameof(settings));
    }
}
