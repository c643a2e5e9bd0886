namespace Layg.Emulators.CholeskyKnn.Tests.EndToEnd;

/// <summary>Once as a local process over the original's ten thousand points, once as an exact one over eight hundred.</summary>
[TestFixture(10_000)]
[TestFixture(800)]
public sealed class GaussianProcessAccuracyTests(int points) : EmulatorAccuracyContract
{
    protected override int Points => points;

    protected override IEmulator Create() => new GaussianProcessEmulator();
}
