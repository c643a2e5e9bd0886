using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Shared.Tensors;
using Shared.Tensors.NumPy;

namespace Layg.Tests.Persistence;

public sealed class SaveAndLoadTests
{
    private static readonly LearnerOptions Options = new() { InitialTrainingThreshold = 40, RetrainGrowth = 2, AbsoluteTolerance = 0.5, Seed = 9 };
    private string _folder = "";

    private string FilePath => Path.Combine(_folder, "learner.layg");

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("layg-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Load_AfterSave_AnswersAsBeforeAndGoesOnTraining()
    {
        var trainings = new List<int>();
        using Learner saved = Learnt(60);
        saved.Save(FilePath);

        using Learner loaded = Learner.Load(FilePath, Function, new MeanEmulator());
        loaded.Trained += (_, report) => trainings.Add(report.Points);

        loaded.Options.Should().Be(Options);
        loaded.OutputDimension.Should().Be(1);
        loaded.Evaluate([12345]).Should().Be(saved.Evaluate([12345]), "the loaded emulator predicts bit for bit as the stored one");
        loaded.Evaluate([-3]).Source.Should().Be(EvaluationSource.Known);
        loaded.Statistics.Points.Should().Be(60);
        loaded.Statistics.Trainings.Should().Be(1);
        AddPoints(loaded, 60, 100);
        trainings.Should().Equal(80);
    }

    [Test]
    public void Load_IntoALearner_KeepsItsOptions()
    {
        using (Learner saved = Learnt(60))
            saved.Save(FilePath);
        using var learner = Learner.Wrap(Function, 1, new MeanEmulator(), Options with { AbsoluteTolerance = 1e-9 });
        learner.Load(FilePath);
        learner.Evaluate([12345]).Source.Should().Be(EvaluationSource.Exact, "its own tolerance is stricter than the stored one");
        learner.Statistics.Points.Should().Be(61);
    }

    [Test]
    public void Load_IntoATrainedLearner_FitsWithoutWhatThatOneKnew()
    {
        using (Learner saved = Learnt(60))
            saved.Save(FilePath);
        List<IFittedEmulator?> previous = [];
        using var learner = Learner.Wrap(Function, 1, new FakeEmulator(0.1) { OnFit = context => previous.Add(context.Previous) }, Options);
        AddPoints(learner, 0, 40);
        learner.Load(FilePath);
        previous.Should().HaveCount(2).And.AllSatisfy(one => one.Should().BeNull());
    }

    [Test]
    public void Load_EmulatorThatThePointsDoNotSufficeFor_StartsWithThePoints()
    {
        using (Learner saved = Learnt(60))
            saved.Save(FilePath);
        var emulator = new FakeEmulator(0.1) { OnFit = _ => throw new EmulatorFitException("too few") };
        using Learner loaded = Learner.Load(FilePath, Function, emulator);
        loaded.IsTrained.Should().BeFalse();
        loaded.Evaluate([-7]).Source.Should().Be(EvaluationSource.Known);
        emulator.OnFit = null;
        loaded.Train();
        loaded.IsTrained.Should().BeTrue();
    }

    [Test]
    public void Load_IntoALearnerThatEmulated_StartsTheErrorsAnew()
    {
        using (Learner saved = Learnt(60))
            saved.Save(FilePath);
        using var learner = Learner.Wrap(Function, 1, new FakeEmulator(0.1), Options);
        AddPoints(learner, 0, 40);
        learner.Evaluate([5.5]);
        learner.Statistics.MeanError.Should().Be(0.1);
        learner.Load(FilePath);
        learner.Statistics.MeanError.Should().Be(double.NaN, "the stored learner never emulated");
    }

    [Test]
    public void Load_BeforeTheFirstTraining_GoesOnCounting()
    {
        using (Learner saved = Learnt(39))
            saved.Save(FilePath);
        using Learner loaded = Learner.Load(FilePath, Function, new MeanEmulator());
        loaded.IsTrained.Should().BeFalse();
        loaded.Evaluate([500]);
        loaded.IsTrained.Should().BeTrue();
    }

    [Test]
    public void Load_UnusedLearner_Works()
    {
        using (var saved = Learner.Wrap(Function, 1, new MeanEmulator()))
            saved.Save(FilePath);
        using Learner loaded = Learner.Load(FilePath, Function, new MeanEmulator());
        loaded.Statistics.Calls.Should().Be(0);
        loaded.Evaluate([1]).Value.Should().Be(Function([1]));
    }

    [Test]
    public void Load_IncrementalEmulatorWithoutStateOfItsOwn_KnowsInsertedPoints()
    {
        using var saved = Learner.Wrap(Function, 1, new MemorisingEmulator(0.1), Options);
        AddPoints(saved, 0, 40);
        saved.Evaluate([777]);
        saved.Save(FilePath);
        using Learner loaded = Learner.Load(FilePath, Function, new MemorisingEmulator(0.1));
        loaded.Evaluate([777.05]).Source.Should().Be(EvaluationSource.Emulated);
    }

    [Test]
    public void Load_PersistentEmulator_IsNotFittedAgain()
    {
        using var saved = Learner.Wrap(Function, 1, new StoringEmulator(), Options);
        AddPoints(saved, 0, 50);
        saved.Save(FilePath);
        var emulator = new StoringEmulator();
        using Learner loaded = Learner.Load(FilePath, Function, emulator);
        loaded.Evaluate([1e6]).Should().Be(saved.Evaluate([1e6]));
        emulator.Fits.Should().Be(0);
    }

    [Test]
    public void Load_OtherKindOfEmulator_IsFittedToTheStoredPoints()
    {
        using (var saved = Learner.Wrap(Function, 1, new StoringEmulator(), Options))
        {
            AddPoints(saved, 0, 50);
            saved.Save(FilePath);
        }

        using Learner loaded = Learner.Load(FilePath, Function, new MeanEmulator());
        loaded.IsTrained.Should().BeTrue();
    }

    [Test]
    public void Load_NoisyPoint_GoesOnAveraging()
    {
        using (var saved = Learner.Wrap(Function, 1, new MeanEmulator()))
        {
            saved.AddData(new TrainingSet(new double[] { 1, 1 }, new double[] { 3, 5 }, 1, 1));
            saved.Save(FilePath);
        }

        using Learner loaded = Learner.Load(FilePath, Function, new MeanEmulator());
        loaded.AddData(new TrainingSet(new double[] { 1 }, new double[] { 10 }, 1, 1));
        loaded.Evaluate([1]).Value.Should().Be(6);
    }

    [Test]
    public void Load_RepeatedPoint_GoesOnAveragingAndKnowsThatItWasNotNoisy()
    {
        using (var saved = Learner.Wrap(Function, 1, new MeanEmulator()))
        {
            saved.AddData(new TrainingSet(new double[] { 1, 1 }, new double[] { 3, 3 }, 1, 1));
            saved.Save(FilePath);
        }

        using Learner loaded = Learner.Load(FilePath, Function, new MeanEmulator());
        loaded.Statistics.NoisyPoints.Should().Be(0);
        loaded.AddData(new TrainingSet(new double[] { 1 }, new double[] { 6 }, 1, 1));
        loaded.Evaluate([1]).Value.Should().Be(4);
        loaded.Statistics.NoisyPoints.Should().Be(1);
    }

    [Test]
    public void Load_RepeatsIntoALearnerThatRemembersInputs_MergesThemAndCanBeSavedAgain()
    {
        using (var saved = Learner.Wrap(Function, 1, new MeanEmulator(), Options with { RememberInputs = false }))
        {
            for (int i = 0; i < 50; i++)
                saved.AddData(new TrainingSet(new double[] { i % 10 }, new double[] { i < 40 ? 1 : 6 }, 1, 1));
            saved.Save(FilePath);
        }

        using Learner merged = Learner.Load(FilePath, Function, new MeanEmulator(), Options);
        merged.Statistics.Should().Match<LearnerStatistics>(s => s.Points == 10 && s.NoisyPoints == 10);
        merged.Evaluate([3]).Value.Should().Be(2, "one value in five is 6 instead of 1");
        merged.Save(FilePath);
        using Learner again = Learner.Load(FilePath, Function, new MeanEmulator());
        again.Evaluate([3]).Value.Should().Be(2);
        again.Statistics.NoisyPoints.Should().Be(10);
    }

    [Test]
    public void Save_Twice_GivesTheSameBytes()
    {
        using Learner learner = Learnt(60);
        using MemoryStream first = new(), second = new();
        learner.Save(first);
        learner.Save(second);
        second.ToArray().Should().Equal(first.ToArray());
    }

    [Test]
    public void Save_File_IsAnNpzArchive()
    {
        using Learner learner = Learnt(60);
        learner.Save(FilePath);
        using ZipArchive archive = ZipFile.OpenRead(FilePath);
        using Stream entry = archive.GetEntry("inputs.npy")!.Open();
        NpyArray inputs = Npy.Read(entry);
        inputs.Shape.Should().Equal(60, 1);
    }

    [Test]
    public void Load_FileCutOffAnywhere_IsRefusedAndTheLearnerKeepsWhatItHad()
    {
        using Learner learner = Learnt(60);
        learner.Save(FilePath);
        byte[] whole = File.ReadAllBytes(FilePath);
        Evaluation before = learner.Evaluate([12345]);
        for (int length = 0; length < whole.Length; length += 97)
        {
            using var cut = new MemoryStream(whole[..length]);
            learner.Invoking(l => l.Load(cut)).Should().Throw<InvalidDataException>().WithMessage("*no usable learner file*");
        }

        learner.Statistics.Points.Should().Be(60);
        learner.Evaluate([12345]).Should().Be(before);
    }

    [Test]
    public void Load_AnyDamagedByte_IsRefusedOrHarmless()
    {
        using Learner saved = Learnt(60);
        using var stream = new MemoryStream();
        saved.Save(stream);
        byte[] whole = stream.ToArray();
        Evaluation expected = saved.Evaluate([12345]);
        var random = new RandomStream(1);
        int refused = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] damaged = [.. whole];
            damaged[random.NextInt32(damaged.Length)] ^= (byte)(1 + random.NextInt32(255));
            using var learner = Learner.Wrap(Function, 1, new MeanEmulator(), Options);
            try
            {
                learner.Load(new MemoryStream(damaged));
                // A flipped time stamp of the archive changes nothing; anything else must have been noticed.
                learner.Evaluate([12345]).Should().Be(expected);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        refused.Should().BeGreaterThan(200);
    }

    [Test]
    public void Load_NewerVersion_SaysSo()
    {
        using (Learner saved = Learnt(10))
            saved.Save(FilePath);
        using (ZipArchive archive = ZipFile.Open(FilePath, ZipArchiveMode.Update))
        {
            ZipArchiveEntry entry = archive.GetEntry("learner.json")!;
            string json;
            using (var reader = new StreamReader(entry.Open()))
                json = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("learner.json", CompressionLevel.NoCompression).Open(), new UTF8Encoding(false));
            writer.Write(json.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));
        }

        FluentActions.Invoking(() => Learner.Load(FilePath, Function, new MeanEmulator()))
            .Should().Throw<InvalidDataException>().WithMessage("*version 2*up to version 1*newer*");
    }

    [Test]
    public void Load_AnotherFormat_SaysSo()
    {
        File.WriteAllText(FilePath, "not a learner");
        FluentActions.Invoking(() => Learner.Load(FilePath, Function, new MeanEmulator())).Should().Throw<InvalidDataException>();
        Npz.Write(FilePath, [KeyValuePair.Create("inputs", NpyArray.Create(new double[3]))]);
        FluentActions.Invoking(() => Learner.Load(FilePath, Function, new MeanEmulator())).Should().Throw<InvalidDataException>().WithMessage("*learner.json is missing*");
        FluentActions.Invoking(() => Learner.Load(FilePath + "x", Function, new MeanEmulator())).Should().Throw<FileNotFoundException>();
    }

    [Test]
    public void Load_OtherInputDimension_IsRefused()
    {
        using (Learner saved = Learnt(10))
            saved.Save(FilePath);
        using var learner = Learner.Wrap(Function, 2, new MeanEmulator());
        learner.Invoking(l => l.Load(FilePath)).Should().Throw<InvalidDataException>().WithMessage("*have 1 numbers*takes 2*");
    }

    [Test, CancelAfter(60_000)]
    public void Save_ProcessKilledMeanwhile_LeavesAWholeFile(CancellationToken cancellationToken)
    {
        for (int trial = 0; trial < 4; trial++)
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(SaveLoopProgram).Assembly.Location, FilePath]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            for (int saves = 0; saves < 3 + trial; saves++)
                process.StandardOutput.ReadLine().Should().Be("saved");
            // Somewhere within the next save; each trial waits a little longer.
            cancellationToken.WaitHandle.WaitOne(1 + 3 * trial);
            process.Kill();
            process.WaitForExit();

            using Learner loaded = Learner.Load(FilePath, x => x[0], new MeanEmulator());
            (loaded.Statistics.Points % 500).Should().Be(0);
            loaded.Statistics.Points.Should().BeGreaterThan(0);
        }
    }

    [Test]
    public void Save_FolderMissing_ThrowsAndTheLearnerStaysUsable()
    {
        using Learner learner = Learnt(10);
        learner.Invoking(l => l.Save(Path.Combine(_folder, "no", "such", "file"))).Should().Throw<IOException>();
        learner.Evaluate([99]).Value.Should().Be(Function([99]));
    }

    private static double Function(double[] x) => Math.Sin(x[0]) / 10;

    private static Learner Learnt(int points)
    {
        var learner = Learner.Wrap(Function, 1, new MeanEmulator(), Options);
        AddPoints(learner, 0, points);
        return learner;
    }

    // As exact evaluations: without a known emulator's refusal the mean would answer from the first training on.
    private static void AddPoints(Learner learner, int from, int to)
    {
        for (int i = from; i < to; i++)
            learner.AddData(new TrainingSet(new double[] { -i }, new[] { Function([-i]) }, 1, 1));
    }

    /// <summary>An emulator that predicts one number and can store it.</summary>
    private sealed class StoringEmulator : IPersistentEmulator
    {
        public int Fits { get; private set; }

        public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
        {
            Fits++;
            return new Fitted(context.Random.NextNormal());
        }

        public void Save(IFittedEmulator fitted, Stream destination) => destination.Write(BitConverter.GetBytes(((Fitted)fitted).Number));

        public IFittedEmulator Load(Stream source, FitContext context)
        {
            var bytes = new byte[sizeof(double)];
            source.ReadExactly(bytes);
            return new Fitted(BitConverter.ToDouble(bytes));
        }

        internal sealed class Fitted(double number) : IFittedEmulator
        {
            public double Number => number;

            public double Predict(ReadOnlySpan<double> x, Span<double> y)
            {
                y.Fill(number);
                return x[0] < 0 ? double.PositiveInfinity : 0.01;
            }
        }
    }
}
