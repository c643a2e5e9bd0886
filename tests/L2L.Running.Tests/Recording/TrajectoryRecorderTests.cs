using L2L.Running.Tests.Support;
using Microsoft.Data.Sqlite;

namespace L2L.Running.Tests.Recording;

internal sealed class TrajectoryRecorderTests
{
    [Test]
    public async Task Load_RecordedRun_IsTheTrajectoryOfTheRun()
    {
        using var folder = new TemporaryFolder();

        ExperimentResult result = await Sphere.RunAsync(folder.Path);

        Trajectory loaded = TrajectoryFile.Load(folder.Path);
        TrajectoryText.Of(loaded).Should().Be(TrajectoryText.Of(result.Trajectory));
        loaded.Generations.Should().HaveCount(Sphere.Generations);
        loaded.Evaluations.Min(e => e.Fitness[0]).Should().Be(result.BestFitness[0]);
        loaded.Parameters["explored.kind"].AsText().Should().Contain("plain");
        loaded.Results["stop_reason"].AsText().Should().Be("Generations");
        TrajectoryFile.ReadEvaluations(folder.Path, fromGeneration: 3).Should().HaveCount(2 * Sphere.PopulationSize);
    }

    [Test]
    public async Task Record_SpecialNumbersReportsBudgetsAndCheckpoints_AreReadBackExactly()
    {
        using var folder = new TemporaryFolder();
        var individual = new Individual(0, 0, new ParameterSet(("x", double.Epsilon), ("y", new[] { -0.0, double.MaxValue, 0.1 + 0.2 }), ("t", "a\"ä\n")))
        {
            Budget = 2.5,
            Configuration = 7,
            Checkpoint = new byte[] { 1, 2 },
        };
        var evaluation = new Evaluation(individual, new FitnessVector(double.NaN, double.NegativeInfinity, 1e-300))
        {
            Status = EvaluationStatus.Failed,
            Attempts = 3,
            Error = "no\nluck",
            Duration = TimeSpan.FromTicks(12_345),
            Reports = [new IntermediateFitness(0.5, 1.5), new IntermediateFitness(1, double.NaN)],
            Checkpoint = new byte[] { 3 },
        };
        await using (TrajectoryRecorder recorder = TrajectoryRecorder.Open(folder.Path))
        {
            await recorder.PopulationAsync(new Population(0, [individual]), CancellationToken.None);
            recorder.Evaluated(evaluation);
            await recorder.FlushAsync();

            Evaluation read = TrajectoryFile.ReadEvaluations(folder.Path).Single();

            read.Should().BeEquivalentTo(evaluation, options => options.Excluding(e => e.Checkpoint).Excluding(e => e.Individual).Excluding(e => e.Fitness).Excluding(e => e.Reports));
            read.Fitness.Should().Be(evaluation.Fitness);
            read.Reports.Should().Equal(evaluation.Reports);
            read.Checkpoint.ToArray().Should().Equal(3);
            read.Individual.Parameters.Should().Equal(individual.Parameters);
            read.Individual.Budget.Should().Be(2.5);
            read.Individual.Configuration.Should().Be(7);
            read.Individual.Checkpoint.ToArray().Should().Equal(1, 2);
        }
    }

    [TestCase(1, "*explored.rate is a number in [0.001, 1], on a logarithmic scale, recorded is a number in [0.001, 1].*")]
    [TestCase(2, "*explored.rate is a number in [0.001, 1], where kind is a, recorded is a number in [0.001, 1].*")]
    [TestCase(3, "*explored.steps is a vector of 2 numbers in [0, 2], each in [0, 1], [0, 2], recorded is a vector of 2 numbers in [0, 2].*")]
    public async Task RunAsync_FolderOfAnotherSearchSpace_IsRefusedThoughTheBoundsAreTheSame(int changed, string message)
    {
        using var folder = new TemporaryFolder();
        await RunAsync(0);

        await FluentActions.Awaiting(() => RunAsync(changed)).Should().ThrowAsync<ExperimentConflictException>().WithMessage(message);

        Task RunAsync(int change)
        {
            var space = new ParameterSpace(
                new CategoryParameter("kind", "a", "b"), new RealParameter("rate", 0.001, 1, log: change == 1) { Condition = change == 2 ? ParameterCondition.When("kind", "a") : null },
                change == 3 ? new VectorParameter("steps", [0, 0], [1, 2]) : new VectorParameter("steps", 2, 0, 2));
            IOptimizee optimizee = Optimizee.From(space, static (_, _, _) => 1.0);
            return RecordedExperiment.RunAsync(folder.Path, optimizee, new RandomSearch(SearchProblem.Of(optimizee, FitnessWeights.Minimize), new RandomSearchOptions { Generations = 1 }));
        }
    }

    [Test]
    public async Task RunAsync_FolderOfAnotherExperiment_IsRefusedNamingTheDifference()
    {
        using var folder = new TemporaryFolder();
        await Sphere.RunAsync(folder.Path);

        await FluentActions.Awaiting(() => Sphere.RunAsync(folder.Path, seed: 4)).Should().ThrowAsync<ExperimentConflictException>()
            .WithMessage("*another experiment: optimizer.Seed is 4, recorded is 3*");
    }

    [Test]
    public async Task RunAsync_RunningExperiment_IsRefusedNamingTheProcess()
    {
        using var folder = new TemporaryFolder();
        await using TrajectoryRecorder first = TrajectoryRecorder.Open(folder.Path);

        await FluentActions.Awaiting(() => Sphere.RunAsync(folder.Path)).Should().ThrowAsync<ExperimentConflictException>()
            .WithMessage($"*is running*process {Environment.ProcessId}*");
    }

    [Test]
    public async Task RunAsync_ModeAgainstTheFolder_IsRefused()
    {
        using var folder = new TemporaryFolder();

        await FluentActions.Awaiting(() => Sphere.RunAsync(folder["new"], mode: RecordingMode.Resume)).Should().ThrowAsync<ExperimentConflictException>();
        await Sphere.RunAsync(folder["new"], mode: RecordingMode.New);
        await FluentActions.Awaiting(() => Sphere.RunAsync(folder["new"], mode: RecordingMode.New)).Should().ThrowAsync<ExperimentConflictException>();
        await Sphere.RunAsync(folder["new"], mode: RecordingMode.Resume);
    }

    [Test]
    public async Task Open_FileThatIsNoTrajectoryOrNewer_IsRefused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder[TrajectoryFile.Name], new string('x', 5000));
        FluentActions.Invoking(() => TrajectoryRecorder.Open(folder.Path)).Should().Throw<InvalidDataException>().WithMessage("*no SQLite file*");

        await Sphere.RunAsync(folder["newer"]);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder["newer"], TrajectoryFile.Name)};Pooling=false"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            await command.ExecuteNonQueryAsync();
        }

        FluentActions.Invoking(() => TrajectoryFile.Load(folder["newer"])).Should().Throw<InvalidDataException>().WithMessage("*version 99*version 1*");
    }

    [TestCase("UPDATE individuals SET parameters = '{\"x\":' WHERE number = 3")]
    [TestCase("UPDATE evaluations SET fitness = '[nonsense]' WHERE number = 3")]
    [TestCase("UPDATE generations SET started = 'yesterday' WHERE generation = 2")]
    [TestCase("UPDATE generations SET duration = NULL WHERE generation = 2")]
    [TestCase("DELETE FROM evaluations WHERE generation = 2 AND number = 1")]
    [TestCase("DROP TABLE told")]
    public async Task Load_DamagedRows_IsInvalidData(string damage)
    {
        using var folder = new TemporaryFolder();
        await Sphere.RunAsync(folder.Path);
        await using (var connection = new SqliteConnection($"Data Source={folder[TrajectoryFile.Name]};Pooling=false"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = damage;
            await command.ExecuteNonQueryAsync();
        }

        FluentActions.Invoking(() => TrajectoryFile.Load(folder.Path)).Should().Throw<InvalidDataException>().WithMessage("*damaged*");
        FluentActions.Invoking(() => TrajectoryRecorder.Open(folder.Path)).Should().Throw<InvalidDataException>().WithMessage("*damaged*");
        await using TrajectoryRecorder afterwards = TrajectoryRecorder.Open(folder["next"]);
    }

    [Test]
    public async Task Load_FilesWithOverwrittenPages_AreReadOrInvalidData()
    {
        using var folder = new TemporaryFolder();
        await Sphere.RunAsync(folder.Path);
        byte[] whole = await File.ReadAllBytesAsync(folder[TrajectoryFile.Name]);
        int refused = 0;
        for (int start = 0; start < whole.Length; start += 1500)
        {
            byte[] damaged = [.. whole];
            damaged.AsSpan(start, Math.Min(700, whole.Length - start)).Fill(0xA5);
            string file = folder[$"damaged-{start}.db"];
            await File.WriteAllBytesAsync(file, damaged);
            try
            {
                TrajectoryFile.Load(file);
                TrajectoryFile.ReadEvaluations(file).Count().Should().BePositive();
            }
            catch (InvalidDataException exception)
            {
                exception.Message.Should().Contain(Path.GetFileName(file));
                refused++;
            }
        }

        refused.Should().BePositive();
    }

    [Test]
    public void Load_NoTrajectory_SaysWhereItLooked() =>
        FluentActions.Invoking(() => TrajectoryFile.Load("/nowhere/at/all")).Should().Throw<FileNotFoundException>().WithMessage("*/nowhere/at/all*");

    [Test]
    public async Task Record_SteadyState_KeepsTheOrderInWhichTheOptimizerWasTold()
    {
        using var folder = new TemporaryFolder();

        ExperimentResult result = await Sphere.RunAsync(folder.Path, change: options => options with { SteadyState = true, Evaluator = new ParallelEvaluator(3) });

        TrajectoryText.Of(TrajectoryFile.Load(folder.Path)).Should().Be(TrajectoryText.Of(result.Trajectory));
    }
}
