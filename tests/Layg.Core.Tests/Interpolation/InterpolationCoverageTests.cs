using Emulators;

namespace Layg.Tests.Interpolation;

[TestFixture(InterpolationForm.Cubic)]
[TestFixture(InterpolationForm.Akima)]
[TestFixture(InterpolationForm.Monotone)]
[TestFixture(InterpolationForm.Linear)]
public sealed class InterpolationCoverageTests(InterpolationForm form) : EmulatorCoverageContract
{
    protected override int Dimension => 1;

    protected override IEmulator Create() => new InterpolationEmulator(new InterpolationOptions { Form = form });
}
