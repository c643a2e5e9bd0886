namespace L2LExperiments.Runs;

/// <summary>The experiment scripts of the original library, by their names, with its settings.</summary>
internal static class OriginalScripts
{
    public static IReadOnlyDictionary<string, OriginalScript> All { get; } = new SortedDictionary<string, OriginalScript>(StringComparer.OrdinalIgnoreCase)
    {
        ["fun-ce"] = Ackley("cross-entropy", 1000, 102, ("population-size", "10"), ("elite-fraction", "0.9")),
        ["fun-ce-gaussmix"] = Ackley("cross-entropy-mixture", 160, 103, ("population-size", "50"), ("elite-fraction", "0.9")),
        ["fun-es"] = Ackley("evolution-strategies", 1000, 1234, ("population-size", "20"), ("learning-rate", "0.1")),
        ["fun-face"] = Ackley("face", 30, 109),
        ["fun-ga"] = Ackley("genetic-algorithm", 100, 0, ("population-size", "50")),
        ["fun-gd"] = Ackley("gradient-descent", 100, 99, ("rule", "rms-prop"), ("random-steps", "5")),
        ["fun-gs"] = Ackley("grid-search", 1, 0, ("steps", "30")),
        ["fun-pt"] = Ackley("parallel-tempering", 1000, 0),
        ["fun-sa"] = Ackley("simulated-annealing", 100, 0, ("parallel-runs", "50")),
        ["mnist-ce"] = Digits("cross-entropy", 5000, ("population-size", "40"), ("elite-fraction", "0.9")),
        ["mnist-es"] = Digits("evolution-strategies", 2000, ("population-size", "20"), ("noise-deviation", "0.1")),
    };

    private static OriginalScript Ackley(string optimizer, long generations, long seed, params (string, string)[] settings) =>
        new(optimizer, "ackley", generations, seed, settings.ToDictionary(), new Dictionary<string, string> { ["dimension"] = "2", ["noise"] = "0.01" });

    private static OriginalScript Digits(string optimizer, long generations, params (string, string)[] settings) =>
        new(optimizer, "digits", generations, 1234, settings.ToDictionary(), new Dictionary<string, string> { ["hidden"] = "10" });
}
