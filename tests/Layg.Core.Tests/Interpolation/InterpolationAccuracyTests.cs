using Emulators;

namespace Layg.Tests.Interpolation;

[TestFixture(InterpolationForm.Cubic)]
[TestFixture(InterpolationForm.Akima)]
[TestFixture(InterpolationForm.Monotone)]
[TestFixture(InterpolationForm.Linear)]
public sealed class InterpolationAccuracyTests(InterpolationForm form) : EmulatorAccuracyContract
{
    protected override IEmulator Create() => new InterpolationEmulator(new InterpolationOptions { Form = form });

    protected override bool Takes(int dimension) => dimension == 1;

    // The jump disturbs a few knots only, so the middle is emulated on the step function as well.
    protected override bool MustEmulate(string name, int dimension) => true;
}
