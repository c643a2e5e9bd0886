using MathNet.Numerics.Integration;

namespace CosmologyInference.Model;

/// <summary>A flat universe of matter and dark energy of constant equation of state.</summary>
/// <param name="Matter">Ω_m: today's share of matter.</param>
/// <param name="EquationOfState">w: pressure of dark energy over its density; -1 for a cosmological constant.</param>
internal sealed record Universe(double Matter, double EquationOfState)
{
    /// <summary>c / H₀ in megaparsecs, for 70 km/s/Mpc; the free offset of the moduli takes up any other value.</summary>
    private const double HubbleDistance = 299792.458 / 70;

    /// <summary>Nodes of the quadrature; twice as many change no modulus by more than 1e-9.</summary>
    private const int Nodes = 16;

    /// <summary>μ(z) = 5 log₁₀(d_L / 10 pc), with d_L = (1 + z) c/H₀ ∫₀ᶻ dz' / E(z').</summary>
    public double Modulus(double redshift)
    {
        double integral = GaussLegendreRule.Integrate(InverseExpansion, 0, redshift, Nodes);
        return (5 * Math.Log10((1 + redshift) * HubbleDistance * integral)) + 25;
    }

    // E² = Ω_m (1 + z)³ + (1 - Ω_m) (1 + z)^(3 (1 + w)).
    private double InverseExpansion(double z)
    {
        double scale = 1 + z;
        return 1 / Math.Sqrt((Matter * scale * scale * scale) + ((1 - Matter) * Math.Pow(scale, 3 * (1 + EquationOfState))));
    }
}
