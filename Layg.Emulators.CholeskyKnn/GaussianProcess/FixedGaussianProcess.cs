namespace Layg.Emulators.CholeskyKnn;

/// <summary>A fitted Gaussian process that stays as it is.</summary>
internal sealed class FixedGaussianProcess(ProcessState state) : FittedGaussianProcess(state);
