namespace Layg.Emulators.CholeskyKnn;

/// <summary>How the correlation of two values falls with the scaled distance r of their inputs.</summary>
/// <remarks><b>Source:</b> Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, section 4.2.</remarks>
public enum CovarianceKernel
{
    /// <summary>(1 + √5 r + 5 r²/3) exp(-√5 r): twice differentiable functions. The default.</summary>
    Matern52 = 0,

    /// <summary>(1 + √3 r) exp(-√3 r): once differentiable functions.</summary>
    Matern32 = 1,

    /// <summary>exp(-r²/2): functions with all derivatives; the most accurate where that holds.</summary>
    SquaredExponential = 2,
}
