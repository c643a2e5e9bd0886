namespace EvoGrad;

/// <summary>What to do with a fitness that is NaN or infinite.</summary>
public enum NonFiniteFitness
{
    /// <summary>Throw <see cref="NotFiniteNumberException"/>, which names the individual.</summary>
    Throw,

    /// <summary>Take the worst finite fitness of the generation instead.</summary>
    TakeWorst,
}
