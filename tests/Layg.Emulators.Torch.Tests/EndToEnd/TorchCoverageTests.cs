namespace Layg.Emulators.Torch.Tests.EndToEnd;

[TestFixture(Uncertainty.Ensemble)]
[TestFixture(Uncertainty.LastLayer)]
[TestFixture(Uncertainty.Distance)]
public sealed class TorchCoverageTests(Uncertainty uncertainty) : EmulatorCoverageContract
{
    protected override IEmulator Create() => new TorchEmulator(new TorchOptions { Uncertainty = uncertainty });
}
