namespace Layg.Emulators.CholeskyKnn;

/// <summary>What <see cref="GaussianProcessEmulator"/> found for one output, in the units of inputs and output.</summary>
/// <param name="LengthScales">The distance over which the output varies, one per input component.</param>
/// <param name="SignalDeviation">Standard deviation of the process around its mean.</param>
/// <param name="NoiseDeviation">Standard deviation of the noise, the nugget included.</param>
/// <param name="LogMarginalLikelihood">
/// The logarithm of the marginal likelihood of the standardised values they were fitted to, over all outputs that share them.
/// </param>
public sealed record GaussianProcessHyperparameters(
    IReadOnlyList<double> LengthScales, double SignalDeviation, double NoiseDeviation, double LogMarginalLikelihood);
