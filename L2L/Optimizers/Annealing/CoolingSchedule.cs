namespace L2L;

/// <summary>
/// How a temperature falls from T₀ to T_end in n steps, with a decay α; k is the step, from 1. The names are those of the original library,
/// the formulas those it meant.
/// </summary>
public enum CoolingSchedule
{
    /// <summary>The last temperature times α.</summary>
    Default,

    /// <summary>T₀/(1 + α ln(1 + k)).</summary>
    Logarithmic,

    /// <summary>T₀ α^k.</summary>
    Exponential,

    /// <summary>T₀/(1 + α k).</summary>
    LinearMultiplicative,

    /// <summary>T₀/(1 + α k²).</summary>
    QuadraticMultiplicative,

    /// <summary>T_end + (T₀ − T_end)(n − k)/n.</summary>
    LinearAdaptive,

    /// <summary>T_end + (T₀ − T_end)((n − k)/n)².</summary>
    QuadraticAdaptive,

    /// <summary>T_end + (T₀ − T_end)/(1 + exp(2 ln(T₀ − T_end)/n · (k − n/2))).</summary>
    ExponentialAdaptive,

    /// <summary>T_end + (T₀ − T_end)(1 + cos(π k/n))/2.</summary>
    TrigonometricAdaptive,
}
