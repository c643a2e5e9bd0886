namespace L2L;

/// <summary>
/// How a temperature falls from T₀ in n steps; k is the step, from 1. The names are those of the original library, the formulas those it
/// meant. The adaptive ones go to T_end and have no decay; the others have a decay α and know no T_end.
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

    /// <summary>
    /// T_end + (T₀ − T_end)/(1 + exp(2 ln(T₀ − T_end)/n · (k − n/2))): from near T₀ to near T_end where T₀ − T_end is large, such as 100.
    /// Where it is 1, as in simulated annealing, the temperature stays halfway; where it is less, it rises a little about that.
    /// </summary>
    ExponentialAdaptive,

    /// <summary>T_end + (T₀ − T_end)(1 + cos(π k/n))/2.</summary>
    TrigonometricAdaptive,
}
