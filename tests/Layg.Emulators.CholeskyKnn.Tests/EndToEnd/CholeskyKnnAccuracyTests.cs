namespace Layg.Emulators.CholeskyKnn.Tests.EndToEnd;

public sealed class CholeskyKnnAccuracyTests : EmulatorAccuracyContract
{
    protected override IEmulator Create() => new CholeskyKnnEmulator();
}
