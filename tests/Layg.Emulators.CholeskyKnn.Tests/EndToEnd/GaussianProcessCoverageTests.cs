namespace Layg.Emulators.CholeskyKnn.Tests.EndToEnd;

[TestFixture(CovarianceKernel.Matern52, 1000)]
[TestFixture(CovarianceKernel.Matern52, 1500)]
[TestFixture(CovarianceKernel.Matern32, 1000)]
[TestFixture(CovarianceKernel.SquaredExponential, 1000)]
public sealed class GaussianProcessCoverageTests(CovarianceKernel kernel, int exactPoints) : EmulatorCoverageContract
{
    protected override IEmulator Create() => new GaussianProcessEmulator(new GaussianProcessOptions { Kernel = kernel, ExactPoints = exactPoints });
}
