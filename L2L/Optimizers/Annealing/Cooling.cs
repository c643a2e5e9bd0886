namespace L2L;

/// <summary>Temperatures and what they decide.</summary>
internal static class Cooling
{
    /// <summary>Below this a temperature counts as this.</summary>
    public const double Floor = 1e-12;

    public static double Temperature(CoolingSchedule schedule, int k, int steps, double temperature, double start, double end, double decay) => schedule switch
    {
        CoolingSchedule.Default => temperature * decay,
        CoolingSchedule.Logarithmic => start / (1 + decay * Math.Log(1 + k)),
        CoolingSchedule.Exponential => start * Math.Pow(decay, k),
        CoolingSchedule.LinearMultiplicative => start / (1 + decay * k),
        CoolingSchedule.QuadraticMultiplicative => start / (1 + decay * k * k),
        CoolingSchedule.LinearAdaptive => end + (start - end) * (steps - k) / steps,
        CoolingSchedule.QuadraticAdaptive => end + (start - end) * Math.Pow((double)(steps - k) / steps, 2),
        CoolingSchedule.ExponentialAdaptive => end + (start - end) / (1 + Math.Exp(2 * Math.Log(start - end) / steps * (k - steps / 2.0))),
        CoolingSchedule.TrigonometricAdaptive => end + (start - end) * (1 + Math.Cos(Math.PI * k / steps)) / 2,
        _ => throw new ArgumentException($"{schedule} is no cooling schedule.", nameof(schedule)),
    };

    /// <summary>Whether a candidate replaces what a chain has: always where it is as good, else with probability exp(ΔF/T).</summary>
    public static bool Accepts(double candidate, double current, double temperature, double uniform) =>
        candidate >= current || uniform < Math.Exp((candidate - current) / Math.Max(temperature, Floor));

    /// <summary>The probability that two chains of parallel tempering change places; fitness is maximised.</summary>
    public static double SwapProbability(double fitness1, double fitness2, double temperature1, double temperature2, double boltzmann)
    {
        double exponent = (fitness1 - fitness2)
            * (1 / (boltzmann * Math.Max(temperature2, Floor)) - 1 / (boltzmann * Math.Max(temperature1, Floor)));
        return double.IsNaN(exponent) ? 1 : Math.Min(1, Math.Exp(exponent));
    }
}
