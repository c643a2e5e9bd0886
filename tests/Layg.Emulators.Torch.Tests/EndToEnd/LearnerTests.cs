namespace Layg.Emulators.Torch.Tests;

public sealed class LearnerTests
{
    private static readonly LearnerOptions Options = new() { InitialTrainingThreshold = 800, CalibrationFraction = 0.25 };

    [TestCase("constant", 2)]
    [TestCase("first_var", 3)]
    [TestCase("dot", 2)]
    [TestCase("sin10", 1)]
    [TestCase("exp", 3)]
    [TestCase("rational", 2)]
    public void Evaluate_OriginalFunctions_AreEmulatedWithinTheTolerance(string function, int dimension)
    {
        using Learner learner = Trained(function, dimension, new TorchOptions { MaxEpochs = 80 }, Options);
        double[] centre = [.. Enumerable.Repeat(0.5, dimension)];

        Evaluation answer = learner.Evaluate(centre);

        answer.Source.Should().Be(EvaluationSource.Emulated);
        answer.Value.Should().BeApproximately(TestFunctions.Evaluate(function, centre), 0.05);
        answer.Error.Should().BeLessThan(0.05);
    }

    [Test]
    public void Evaluate_StepFunction_FallsBackToTheTrueOneAndSaysSo()
    {
        using Learner learner = Trained("step", 2, Fits.Quick, Options);

        Evaluation answer = learner.Evaluate([0.5, 0.5]);

        answer.Value.Should().BeApproximately(3, 0.05);
        LearnerStatistics statistics = learner.Statistics;
        answer.Source.Should().Be(EvaluationSource.Exact);
        statistics.Trainings.Should().Be(1);
    }

    [Test]
    public void Evaluate_TrainedAgain_StartsFromTheLastWeights()
    {
        Recorder recorder = new();
        using Learner learner = Trained("sin3", 2, new TorchOptions { MaxEpochs = 60, Patience = 5, Progress = recorder }, Options);
        double first = recorder.Last!.BestValidationLoss;
        int passes = recorder.Last.Epoch;
        recorder.First = null;

        learner.AddData(TestFunctions.Known("sin3", TestFunctions.Uniform(200, 2, 8), 2));
        learner.Train();

        recorder.First!.BestValidationLoss.Should().BeLessThan(5 * first, "it starts where the last one ended");
        recorder.Last.Epoch.Should().BeLessThanOrEqualTo(passes);
    }

    [Test]
    public void Load_StoredLearner_AnswersBitForBitTheSame()
    {
        TorchOptions options = Fits.Quick with { MaxEpochs = 10 };
        using Learner learner = Trained("gauss_bump", 2, options, Options);
        using MemoryStream stored = new();
        learner.Save(stored);
        stored.Position = 0;

        using Learner loaded = Learner.Wrap(x => TestFunctions.Evaluate("gauss_bump", x), 2, new TorchEmulator(options), Options);
        loaded.Load(stored);

        foreach (double[] point in TestFunctions.Uniform(50, 2, 5).Chunk(2))
        {
            Evaluation expected = learner.Evaluate(point);
            Evaluation answer = loaded.Evaluate(point);
            answer.Source.Should().Be(expected.Source);
            answer.Value.Should().Be(expected.Value);
            answer.Error.Should().Be(expected.Error);
        }
    }

    [Test]
    [Category("Long")]
    public void Evaluate_OriginalTestSuite_PassesItsTolerances(
        [Values("constant", "first_var", "dot", "sin10", "exp", "step", "rational")] string function, [Values(1, 2, 3)] int dimension)
    {
        using Learner learner = Trained(function, dimension, new TorchOptions(), Options with { InitialTrainingThreshold = 10_000 });
        double[] centre = [.. Enumerable.Repeat(0.5, dimension)];

        Evaluation answer = learner.Evaluate(centre);

        double truth = TestFunctions.Evaluate(function, centre);
        answer.Value.Should().BeApproximately(truth, 0.05);
        Math.Abs((answer.Value - truth) / truth).Should().BeLessThan(1);
        TestContext.Out.WriteLine($"{function} {dimension}: {answer.Source}, error {Math.Abs(answer.Value - truth):E1}");
        if (function is not ("step" or "sin10"))
            answer.Source.Should().Be(EvaluationSource.Emulated);
    }

    private static Learner Trained(string function, int dimension, TorchOptions options, LearnerOptions learnerOptions)
    {
        Learner learner = Learner.Wrap(x => TestFunctions.Evaluate(function, x), dimension, new TorchEmulator(options), learnerOptions);
        foreach (double[] point in TestFunctions.Uniform(learnerOptions.InitialTrainingThreshold, dimension, 1).Chunk(dimension))
            learner.Evaluate(point);
        return learner;
    }

    private sealed class Recorder : IProgress<TrainingProgress>
    {
        public TrainingProgress? First { get; set; }

        public TrainingProgress? Last { get; private set; }

        public void Report(TrainingProgress value)
        {
            First ??= value;
            Last = value;
        }
    }
}
