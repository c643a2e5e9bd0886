namespace Layg.Emulators.CholeskyKnn.Tests.EndToEnd;

public sealed class CholeskyKnnCoverageTests : EmulatorCoverageContract
{
    protected override IEmulator Create() => new CholeskyKnnEmulator();
}
