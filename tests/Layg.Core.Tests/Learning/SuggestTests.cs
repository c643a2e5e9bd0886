namespace Layg.Tests.Learning;

public sealed class SuggestTests
{
    [Test]
    public void Suggest_PointsTooFarApartForADistance_StillChoosesEachOnce()
    {
        using var learner = Learner.Wrap(x => x[0], 1, new FakeEmulator(0.5), new LearnerOptions { InitialTrainingThreshold = 2 });
        learner.Evaluate([1]);
        learner.Evaluate([2]);
        learner.Suggest([double.MaxValue, -double.MaxValue, 0], 3).Should().BeEquivalentTo([0, 1, 2]);
    }

    [Test]
    public void Suggest_LargestErrorsFirst_FarFromEachOther()
    {
        using Learner learner = Trained(x => x[0] > 5 ? 1 : 0.01);
        double[] candidates = [0, 1, 6, 6.01, 6.02, 9];
        learner.Suggest(candidates, 2).Should().Equal(2, 5);
        learner.Suggest(candidates, 6).Order().Should().Equal(0, 1, 2, 3, 4, 5);
        learner.Suggest(candidates, 0).Should().BeEmpty();
    }

    [Test]
    public void Suggest_PointsOutsideTheDomain_ComeFirstAndKnownOnesLast()
    {
        using Learner learner = Trained(x => x[0] > 5 ? double.PositiveInfinity : 1);
        int[] order = learner.Suggest([100, 2, 7, 8], 4);
        order[0].Should().Be(2);
        order[1].Should().Be(3);
        order[3].Should().Be(0, "it is known");
    }

    [Test]
    public void Suggest_BadCalls_SayWhatIsWrong()
    {
        using Learner learner = Trained(_ => 1);
        learner.Invoking(l => l.Suggest([1, 2], 3)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*2 candidates*0 to 2*");
        using var untrained = Learner.Wrap(x => x[0], 1, new FakeEmulator(1));
        untrained.Invoking(l => l.Suggest([1], 1)).Should().Throw<InvalidOperationException>().WithMessage("*no emulator yet*");
    }

    private static Learner Trained(Func<double[], double> error)
    {
        var learner = Learner.Wrap(x => x[0], 1, new FakeEmulator(x => x[0], error), new LearnerOptions { InitialTrainingThreshold = 4 });
        for (int i = 0; i < 4; i++)
            learner.Evaluate([100 + i]);
        return learner;
    }
}
