namespace Lagom.Evolution.Tests.Cma;

public sealed class CmaBoundsTests
{
    [Test]
    public void Create_StartOutsideTheBounds_NamesTheCoordinate()
    {
        Action create = () => _ = new CmaEs([0, 7], 1, new CmaEsOptions { Bounds = new SearchBounds(-5, 5) });
        create.Should().Throw<ArgumentException>().WithMessage("x0[1] is 7; it must be inside the bounds, -5 to 5.*");
    }

    [Test]
    public void Create_FixedCoordinateOutsideTheBounds_IsAllowed()
    {
        var strategy = new CmaEs([0, 7], 1, new CmaEsOptions { Bounds = new SearchBounds(-5, 5), FixedVariables = new Dictionary<int, double> { [1] = 7 } });
        strategy.Ask().ToArrays().Should().OnlyContain(candidate => candidate[1] == 7 && Math.Abs(candidate[0]) <= 5);
    }

    [Test]
    public void Create_NoIntegerInTheBounds_SaysSo()
    {
        Action create = () => _ = new CmaEs([0.5, 0.5], 1, new CmaEsOptions { Bounds = new SearchBounds(0.2, 0.8), IntegerVariables = [1] });
        create.Should().Throw<ArgumentException>().WithMessage("IntegerVariables is 1; it must be a coordinate with an integer in its bounds, which are 0.2 to 0.8.*");
    }

    [Test]
    public void ScaleStep_BeyondAllNumbers_StaysANumber()
    {
        var strategy = new CmaEs([1, 1], 1e-150);
        strategy.ScaleStep(1e-200);
        strategy.Sigma.Should().BePositive();
        strategy.Ask().ToArrays().Should().OnlyContain(candidate => candidate.All(double.IsFinite));
    }
}
