using System.Text.Json;

namespace Layg.Tests.Learning;

public sealed class AcceptanceTests
{
    private static IEnumerable<JsonElement> Validity() => Golden.Read("learner.json").GetProperty("validity").EnumerateArray();

    [TestCaseSource(nameof(Validity))]
    public void Judge_CasesOfTheOriginal_FollowsTheCleanRules(JsonElement row)
    {
        Accepts(AcceptanceRule.Both).Should().Be(row.GetProperty("both_rule").GetBoolean());
        Accepts(AcceptanceRule.Either).Should().Be(row.GetProperty("either_rule").GetBoolean());

        bool Accepts(AcceptanceRule rule) => new AcceptanceTest(new LearnerOptions
        {
            AcceptanceRule = rule,
            AbsoluteTolerance = row.GetProperty("abs_err_local").GetDouble(),
            FractionalTolerance = row.GetProperty("frac_err_local").GetDouble(),
        }).Judge([row.GetProperty("value").Number()], row.GetProperty("error").Number()) == Verdict.Accepted;
    }

    [TestCase(0.049, Verdict.Accepted)]
    [TestCase(0.05, Verdict.ErrorTooLarge)]
    [TestCase(-0.049, Verdict.Accepted)]
    [TestCase(double.PositiveInfinity, Verdict.OutsideDomain)]
    [TestCase(double.NaN, Verdict.NotFinite)]
    public void Judge_AbsoluteOnly_IgnoresTheSizeOfTheValue(double error, object expected)
    {
        new AcceptanceTest(new LearnerOptions()).Judge([0.0], error).Should().Be((Verdict)expected);
        new AcceptanceTest(new LearnerOptions()).Judge([1e9], error).Should().Be((Verdict)expected);
    }

    [Test]
    public void Judge_OneComponentNotFinite_Refuses([Values(double.NaN, double.PositiveInfinity, double.NegativeInfinity)] double bad)
    {
        var value = new double[10];
        value[2] = bad;
        new AcceptanceTest(new LearnerOptions()).Judge(value, 0.01).Should().Be(Verdict.NotFinite);
    }

    [Test]
    public void Judge_FractionalScale_LetsValuesNearZeroPass()
    {
        var options = new LearnerOptions { AcceptanceRule = AcceptanceRule.Both, FractionalTolerance = 0.1, AbsoluteTolerance = 1 };
        new AcceptanceTest(options).Judge([0.001], 0.01).Should().Be(Verdict.ErrorTooLarge);
        new AcceptanceTest(options with { FractionalScale = 1 }).Judge([0.001], 0.01).Should().Be(Verdict.Accepted);
    }

    [Test]
    public void Judge_Fractional_TestsEveryComponent()
    {
        var test = new AcceptanceTest(new LearnerOptions { AcceptanceRule = AcceptanceRule.Both, FractionalTolerance = 0.1, AbsoluteTolerance = 1 });
        test.Judge([10, 10], 0.5).Should().Be(Verdict.Accepted);
        test.Judge([10, 1], 0.5).Should().Be(Verdict.ErrorTooLarge);
    }

    [Test]
    public void Validate_SeveralBadOptions_ListsThemAll()
    {
        var options = new LearnerOptions
        {
            AbsoluteTolerance = double.NaN, FractionalTolerance = -1, FractionalScale = -1, InitialTrainingThreshold = 0, RetrainGrowth = 1,
            CalibrationFraction = 1, MaxDegreeOfParallelism = 0, MaxConcurrentExact = 0, AcceptanceRule = (AcceptanceRule)9, Calibration = (CalibrationScheme)9,
        };
        string message = options.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().Which.Message;
        foreach (string name in new[]
                 {
                     "AbsoluteTolerance is NaN", "FractionalTolerance is -1", "FractionalScale is -1", "InitialTrainingThreshold is 0", "RetrainGrowth is 1",
                     "CalibrationFraction is 1", "MaxDegreeOfParallelism is 0", "MaxConcurrentExact is 0", "AcceptanceRule is 9", "Calibration is 9",
                 })
            message.Should().Contain(name);
    }

    [Test]
    public void Wrap_OptionsChangedAfterwards_KeepsItsOwnCopy()
    {
        var options = new LearnerOptions { AbsoluteTolerance = 1, InitialTrainingThreshold = 1, RetrainGrowth = double.PositiveInfinity };
        using var learner = Learner.Wrap(x => x[0], 1, new FakeEmulator(0.5), options);
        options.AbsoluteTolerance = 1e-9;
        learner.AddData(new TrainingSet(new double[] { 1, 2, 3 }, new double[] { 1, 2, 3 }, 1, 1));
        learner.Evaluate([7]).Source.Should().Be(EvaluationSource.Emulated);
    }
}
