using Lagom.Evolution.Gradients;

namespace Lagom.Evolution.Tests.Gradients;

[TestFixture]
internal sealed class GradientOptimizerTests
{
    private static readonly GradientRule[] Rules = [new Sgd(), new Sgd(0.5), new Adam(), new ClipUp()];

    [Test]
    public void Sgd_Momentum_KeepsTheVelocity()
    {
        double[] x = [1, 2];
        GradientOptimizer optimizer = new Sgd(0.5).Create(2);
        optimizer.Step(x, [1, -1], 0.1);
        x.Should().Equal(0.9, 2.1);
        optimizer.Step(x, [0, 0], 0.1);
        x[0].Should().BeApproximately(0.85, 1e-15);
    }

    [Test]
    public void Adam_FirstStep_IsTheLearningRateInEveryCoordinate()
    {
        double[] x = [1, 2];
        new Adam().Create(2).Step(x, [1e-3, -50], 0.1);
        x[0].Should().BeApproximately(0.9, 1e-5);
        x[1].Should().BeApproximately(2.1, 1e-5);
    }

    [Test]
    public void ClipUp_ConstantGradient_ReachesTheTopSpeedAndStaysThere()
    {
        double[] x = [0, 0];
        GradientOptimizer optimizer = new ClipUp(0.9, 2).Create(2);
        optimizer.Step(x, [3e6, 4e6], 0.1);
        x[0].Should().BeApproximately(-0.06, 1e-12);
        x[1].Should().BeApproximately(-0.08, 1e-12);
        for (int i = 0; i < 20; i++)
            optimizer.Step(x, [3e-6, 4e-6], 0.1);
        double before = x[0];
        optimizer.Step(x, [3, 4], 0.1);
        (before - x[0]).Should().BeApproximately(0.2 * 0.6, 1e-12);
    }

    [Test]
    public void ClipUp_ZeroGradient_CoastsWithoutNaN()
    {
        double[] x = [1];
        new ClipUp().Create(1).Step(x, [0], 0.1);
        x.Should().Equal(1);
    }

    [TestCaseSource(nameof(Rules))]
    public void Step_RestoredState_GoesOnBitForBit(GradientRule rule)
    {
        double[] x = [1, -2, 3];
        GradientOptimizer optimizer = rule.Create(3);
        for (int i = 0; i < 5; i++)
            optimizer.Step(x, x, 0.01);
        double[] copy = [.. x];
        GradientOptimizer restored = rule.Create(3);
        optimizer.State.CopyTo(restored.State);
        for (int i = 0; i < 5; i++)
        {
            optimizer.Step(x, x, 0.01);
            restored.Step(copy, copy, 0.01);
        }

        copy.Should().Equal(x);
    }

    [Test]
    public void Rules_BadSettings_NameTheParameter()
    {
        ((Action)(() => _ = new Sgd(1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Momentum");
        ((Action)(() => _ = new Adam(Beta2: -0.1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Beta2");
        ((Action)(() => _ = new Adam(Epsilon: 0))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Epsilon");
        ((Action)(() => _ = new ClipUp(TopSpeedRatio: double.NaN))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("TopSpeedRatio");
    }
}
