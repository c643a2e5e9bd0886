namespace Layg.Emulators.CholeskyKnn;

/// <summary>Hyper-parameters of outputs that share them.</summary>
/// <param name="LengthScales">One per input component.</param>
/// <param name="Noise">Noise variance over signal variance.</param>
/// <param name="Signals">Signal variance of every output.</param>
/// <param name="LogLikelihood">The logarithm of the marginal likelihood of the points they were fitted to.</param>
internal sealed record Hyperparameters(double[] LengthScales, double Noise, double[] Signals, double LogLikelihood);
