namespace Lagom.Rl;

/// <summary>What stands for the runs of a configuration.</summary>
public enum CurveCentre
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>
    /// The mean of the middle half of the runs: a quarter of them is left out at either end, rounded down, so that a few runs that failed do
    /// not decide. <b>Source:</b> Agarwal, Schwarzer, Castro, Courville and Bellemare (2021), "Deep reinforcement learning at the edge of the
    /// statistical precipice".
    /// </summary>
    InterquartileMean,
}
