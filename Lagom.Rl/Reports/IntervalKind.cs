namespace Lagom.Rl;

/// <summary>How the confidence interval of a mean over seeds is made.</summary>
public enum IntervalKind
{
    /// <summary>
    /// From the quantiles of means of seeds drawn with replacement: asks for no distribution, and is too narrow for very few seeds.
    /// <b>Source:</b> Efron (1979), "Bootstrap methods: another look at the jackknife"; for runs of reinforcement learning Agarwal, Schwarzer,
    /// Castro, Courville and Bellemare (2021), "Deep reinforcement learning at the edge of the statistical precipice".
    /// </summary>
    Bootstrap,

    /// <summary>The mean plus and minus so many standard errors as a normal distribution asks for; also too narrow for very few seeds.</summary>
    Normal,
}
