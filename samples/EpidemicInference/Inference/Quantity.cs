namespace EpidemicInference.Inference;

/// <summary>A number of interest, computed from the parameters θ = (ln β, ln γ, ln φ).</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Symbol">Its symbol in tables and figures.</param>
/// <param name="Meaning">What it is, with its unit.</param>
/// <param name="Of">The function.</param>
internal sealed record Quantity(string Key, string Symbol, string Meaning, Func<double, double, double, double> Of)
{
    public static Quantity R0 { get; } = new("R0", "R₀", "reproduction number", (b, g, _) => Math.Exp(b - g));

    public static Quantity Beta { get; } = new("beta", "β", "infection rate / day⁻¹", (b, _, _) => Math.Exp(b));

    public static Quantity Gamma { get; } = new("gamma", "γ", "recovery rate / day⁻¹", (_, g, _) => Math.Exp(g));

    public static Quantity TimeInBed { get; } = new("timeInBed", "1/γ", "time in bed / days", (_, g, _) => Math.Exp(-g));

    public static Quantity Dispersion { get; } = new("phi", "φ", "dispersion", (_, _, p) => Math.Exp(p));

    /// <summary>The three quantities by which the two runs are compared.</summary>
    public static IReadOnlyList<Quantity> Compared { get; } = [R0, Beta, Gamma];

    /// <summary>All quantities of the table.</summary>
    public static IReadOnlyList<Quantity> All { get; } = [R0, Beta, Gamma, TimeInBed, Dispersion];
}
