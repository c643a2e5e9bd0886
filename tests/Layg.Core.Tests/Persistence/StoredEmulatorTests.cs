using Shared.Tensors;

namespace Layg.Tests.Persistence;

/// <summary>Emulators of this package that store what they learnt, alone and inside a saved learner.</summary>
public sealed class StoredEmulatorTests
{
    private static readonly double[] Queries = [.. Enumerable.Range(0, 50).Select(i => (i - 2) / 45.0)];

    [Test]
    public void SaveAndLoad_Interpolation_PredictsBitForBit([Values] InterpolationForm form) =>
        AssertStored(new InterpolationEmulator(new InterpolationOptions { Form = form, DecisionLevel = 0.9 }), 3);

    [Test]
    public void SaveAndLoad_PrincipalComponents_PredictsBitForBit() =>
        AssertStored(new PrincipalComponentEmulator(new InterpolationEmulator(), new PrincipalComponentOptions { DecisionLevel = 0.8 }), 30);

    [Test]
    public void SaveAndLoad_AdaptiveErrors_PredictsBitForBitAndKeepsTheComparisons()
    {
        var emulator = new AdaptiveErrorEmulator(new InterpolationEmulator());
        var fitted = (IAdaptiveEmulator)Fit(emulator, 1);
        for (int i = 0; i < 9; i++)
            fitted = (IAdaptiveEmulator)fitted.Insert([0.0123 + i / 10.0], [3]);
        var loaded = (IAdaptiveEmulator)emulator.Load(new MemoryStream(Stored(emulator, fitted)), Context());
        (loaded.Inflation, loaded.Comparisons).Should().Be((fitted.Inflation, fitted.Comparisons));
        loaded.Comparisons.Should().BePositive();
        AssertStored(emulator, 1);
    }

    [Test]
    public void SaveAndLoad_Choice_PredictsBitForBitAndKeepsTheScores()
    {
        SelectingEmulator emulator = Choice(new CountedEmulator());
        var stored = (ISelectedEmulator)AssertStored(emulator, 1);
        stored.Name.Should().Be("curves");
        stored.Scores.Should().Equal(((ISelectedEmulator)emulator.Fit(Points(1), Context())).Scores, (a, b) => (a with { Duration = default }).Equals(b with { Duration = default }));
        stored.Scores[^1].Failure.Should().BeNull();
    }

    [Test]
    public void SaveAndLoad_CompressionInsideAChoice_PredictsBitForBit() =>
        AssertStored(new SelectingEmulator([new("compressed", new PrincipalComponentEmulator(new InterpolationEmulator())), new("mean", new MeanEmulator())]), 20);

    [Test]
    public void Load_DamagedData_IsInvalidData()
    {
        foreach (IPersistentEmulator emulator in (IPersistentEmulator[])[new InterpolationEmulator(), Choice(new CountedEmulator()), new PrincipalComponentEmulator(new InterpolationEmulator()), new AdaptiveErrorEmulator(new InterpolationEmulator())])
        {
            byte[] stored = Stored(emulator, Fit(emulator, 1));
            for (int i = 0; i < stored.Length; i += 97)
            {
                byte[] damaged = [.. stored];
                damaged[i] ^= 0x10;
                Load(emulator, damaged).Should().Throw<InvalidDataException>($"byte {i} of {stored.Length} is wrong");
            }

            Load(emulator, stored[..^1]).Should().Throw<InvalidDataException>().WithMessage("*truncated*");
        }
    }

    [Test]
    public void Save_FitOfAnotherEmulator_SaysWhose()
    {
        IFittedEmulator mean = new MeanEmulator().Fit(Points(1), Points(1), Context());
        foreach (IPersistentEmulator emulator in (IPersistentEmulator[])[new InterpolationEmulator(), Choice(new CountedEmulator()), new PrincipalComponentEmulator(new InterpolationEmulator()), new AdaptiveErrorEmulator(new InterpolationEmulator())])
            emulator.Invoking(e => e.Save(mean, Stream.Null)).Should().Throw<ArgumentException>().WithMessage($"A Fitted was not fitted by {emulator.GetType().Name}*");
    }

    [Test]
    public void Load_LearnerWithAChoice_DoesNotFitAgain()
    {
        var counted = new CountedEmulator();
        using Learner saved = Learnt(Choice(counted));
        using var file = new MemoryStream();
        saved.Save(file);
        int fits = counted.Fits;

        file.Position = 0;
        using Learner loaded = Learner.Wrap(Function, 1, Choice(counted));
        loaded.Load(file);

        counted.Fits.Should().Be(fits);
        loaded.Evaluate([0.51]).Should().Be(saved.Evaluate([0.51]));
        loaded.Evaluate([0.51]).Source.Should().Be(EvaluationSource.Emulated);
    }

    [Test]
    public void Load_LearnerWhoseChosenCandidateIsMissing_FitsAnew()
    {
        using Learner saved = Learnt(Choice(new CountedEmulator()));
        using var file = new MemoryStream();
        saved.Save(file);
        foreach (EmulatorCandidate other in (EmulatorCandidate[])[new("curves", new InterpolationEmulator()), new("other name", new CountedEmulator())])
        {
            file.Position = 0;
            using Learner loaded = Learner.Wrap(Function, 1, new SelectingEmulator([other]));
            loaded.Load(file);
            ((ISelectedEmulator)loaded.Emulator!).Scores.Should().ContainSingle().Which.Name.Should().Be(other.Name);
        }
    }

    [Test]
    public void Save_LearnerWhosePartStoresNothing_FitsAnewWhenLoaded()
    {
        using Learner saved = Learnt(new PrincipalComponentEmulator(new MeanEmulator()));
        using var file = new MemoryStream();
        saved.Save(file);
        file.Position = 0;
        using Learner loaded = Learner.Wrap(Function, 1, new PrincipalComponentEmulator(new MeanEmulator()));
        loaded.Load(file);
        double[] one = [0], other = [0];
        loaded.Predict([0.3], one).Should().Be(saved.Predict([0.3], other));
        one.Should().Equal(other);
    }

    private static IFittedEmulator AssertStored(IPersistentEmulator emulator, int outputs)
    {
        IFittedEmulator fitted = Fit(emulator, outputs);
        IFittedEmulator loaded = emulator.Load(new MemoryStream(Stored(emulator, fitted)), Context());
        double[] expected = new double[outputs], actual = new double[outputs];
        foreach (double x in Queries)
        {
            loaded.Predict([x], actual).Should().Be(fitted.Predict([x], expected));
            actual.Should().Equal(expected, (a, b) => a.Equals(b));
        }

        ((ICalibratedEmulator)loaded).DecisionLevel.Should().Be(((ICalibratedEmulator)fitted).DecisionLevel);
        ((ICalibratedEmulator)loaded).ErrorScale(0.5).Should().Be(((ICalibratedEmulator)fitted).ErrorScale(0.5));
        return loaded;
    }

    private static Action Load(IPersistentEmulator emulator, byte[] stored) => () => emulator.Load(new MemoryStream(stored), Context());

    private static byte[] Stored(IPersistentEmulator emulator, IFittedEmulator fitted)
    {
        using var stream = new MemoryStream();
        emulator.Save(fitted, stream);
        return stream.ToArray();
    }

    private static SelectingEmulator Choice(IEmulator curves) => new([new("mean", new MeanEmulator()), new("curves", curves)]);

    private static IFittedEmulator Fit(IEmulator emulator, int outputs) => ((ILeaveOneOutEmulator)emulator).Fit(Points(outputs), Context());

    private static FitContext Context() => new(new RandomStream(4));

    private static double Function(double[] x) => Math.Sin(6 * x[0]);

    private static Learner Learnt(IEmulator emulator)
    {
        Learner learner = Learner.Wrap(Function, 1, emulator, new LearnerOptions { InitialTrainingThreshold = 200 });
        learner.AddData(Points(1));
        return learner;
    }

    private static TrainingSet Points(int outputs)
    {
        var x = new double[300];
        new RandomStream(5).FillUniform(x);
        return new TrainingSet(x, x.SelectMany(v => Enumerable.Range(0, outputs).Select(c => Math.Sin(6 * v * (1 + (0.01 * c))))).ToArray(), 1, outputs);
    }

    /// <summary>An interpolation that counts its fits.</summary>
    private sealed class CountedEmulator : ILeaveOneOutEmulator, IPersistentEmulator
    {
        private readonly InterpolationEmulator _inner = new();

        public int Fits { get; private set; }

        public IFittedEmulator Fit(TrainingSet points, FitContext context)
        {
            Fits++;
            return _inner.Fit(points, context);
        }

        public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
        {
            Fits++;
            return _inner.Fit(training, heldOut, context);
        }

        public void Save(IFittedEmulator fitted, Stream destination) => _inner.Save(fitted, destination);

        public IFittedEmulator Load(Stream source, FitContext context) => _inner.Load(source, context);
    }
}
