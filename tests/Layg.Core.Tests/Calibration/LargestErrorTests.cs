using SharedSource;

namespace Layg.Calibration.Tests;

public sealed class LargestErrorTests
{
    [Test]
    public void Of_SeveralOutputs_IsTheLargestMiss() => LargestError.Of([1, -3, 2], [2, 1, 2]).Should().Be(4);

    [TestCase(0)]
    [TestCase(1)]
    public void Of_OneOutputIsNoNumber_IsNotHiddenByTheOthers(int output)
    {
        double[] predicted = [1, 1];
        predicted[output] = double.NaN;

        LargestError.Of(predicted, [0, 0]).Should().Be(double.NaN);
    }
}
