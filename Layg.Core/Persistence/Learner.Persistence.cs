using Microsoft.Extensions.Logging;
using SharedSource;

namespace Layg;

public sealed partial class Learner
{
    /// <summary>Makes a learner from a file that <see cref="Save(string)"/> wrote: points, emulator, counts and options.</summary>
    /// <param name="path">The file.</param>
    /// <param name="function">The function that the stored learner wrapped.</param>
    /// <param name="emulator">
    /// The kind of emulator. If it is the stored one's kind and an <see cref="IPersistentEmulator"/>, it predicts bit for bit as before;
    /// otherwise it is fitted to the stored points. Where those do not suffice for it, the learner starts with the points alone.
    /// </param>
    /// <param name="options">Options that replace the stored ones; null to keep those.</param>
    /// <param name="logger">Where trainings and workarounds are reported; null for nowhere.</param>
    /// <returns>A learner that goes on where the stored one was.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, cut off, of a newer version, or no learner.</exception>
    public static Learner Load(string path, Func<double[], double> function, IEmulator emulator, LearnerOptions? options = null, ILogger? logger = null) =>
        Load(path, TrueFunction.From(function), emulator, options, logger);

    /// <summary>Makes a learner of a function with several outputs from a file that <see cref="Save(string)"/> wrote.</summary>
    /// <inheritdoc cref="Load(string, Func{double[], double}, IEmulator, LearnerOptions?, ILogger?)"/>
    public static Learner Load(string path, Func<double[], double[]> function, IEmulator emulator, LearnerOptions? options = null, ILogger? logger = null) =>
        Load(path, TrueFunction.From(function), emulator, options, logger);

    /// <summary>Replaces what this learner knows by what a file holds. Its options and function stay.</summary>
    /// <param name="path">A file that <see cref="Save(string)"/> wrote.</param>
    /// <exception cref="IOException">The file cannot be read; the learner keeps what it had.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, cut off, of a newer version, no learner, or of a function with another input dimension; the learner keeps
    /// what it had.
    /// </exception>
    public void Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        Load(stream);
    }

    /// <summary>Replaces what this learner knows by what a stream holds. Its options and function stay.</summary>
    /// <param name="source">A stream that <see cref="Save(Stream)"/> wrote.</param>
    /// <inheritdoc cref="Load(string)"/>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Restore(LearnerFile.Read(source));
    }

    /// <summary>
    /// Stores points, emulator, counts and options in one file. It is written beside the old one and renamed over it, so that a killed
    /// process leaves the old file whole. Other threads may go on calling the learner meanwhile.
    /// </summary>
    /// <param name="path">The file to create or replace. NumPy opens it as an .npz file with the arrays inputs and outputs.</param>
    /// <exception cref="IOException">The file cannot be written; an old one is left as it was.</exception>
    public void Save(string path)
    {
        LearnerFile file = ToFile();
        AtomicFile.Write(path, file.Write);
    }

    /// <summary>Stores points, emulator, counts and options in a stream.</summary>
    /// <param name="destination">Where to write.</param>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ToFile().Write(destination);
    }

    private static Learner Load(string path, TrueFunction function, IEmulator emulator, LearnerOptions? options, ILogger? logger)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        LearnerFile file;
        using (FileStream stream = File.OpenRead(path))
            file = LearnerFile.Read(stream);
        var learner = new Learner(function, file.Manifest.InputDimension, emulator, options ?? file.Manifest.Options, logger, null);
        learner.Restore(file);
        return learner;
    }

    private LearnerFile ToFile()
    {
        Model? model;
        TrainingSet points;
        int[] evaluations;
        int[] noiseFlags;
        int[] due;
        int lastScheduled;
        LearnerStatistics statistics;
        lock (_gate)
        {
            statistics = Statistics;
            model = _model;
            points = _store.ToTrainingSet(_store.Count, InputDimension, Math.Max(1, _outputDimension));
            evaluations = _store.Evaluations();
            noiseFlags = _store.NoiseFlags();
            due = _runningSize is int running ? [running, .. _due] : [.. _due];
            lastScheduled = _lastScheduled;
        }

        return new LearnerFile
        {
            Manifest = new LearnerManifest
            {
                Format = LearnerManifest.FormatName,
                Version = LearnerManifest.CurrentVersion,
                InputDimension = InputDimension,
                OutputDimension = points.OutputDimension,
                LastScheduled = lastScheduled,
                Due = due,
                TrainedPoints = model?.TrainedPoints ?? 0,
                Emulator = _emulator.GetType().FullName!,
                Options = Options,
                Statistics = statistics,
                Checksums = [],
            },
            Points = points,
            Evaluations = evaluations,
            NoiseFlags = noiseFlags,
            Emulator = model is null ? null : StoredForm(model.Fitted),
        };
    }

    private byte[]? StoredForm(IFittedEmulator fitted)
    {
        if (_emulator is not IPersistentEmulator persistent)
            return null;
        using var stream = new MemoryStream();
        try
        {
            persistent.Save(fitted, stream);
        }
        catch (NotSupportedException exception)
        {
            LogEmulatorNotStored(_logger, exception.Message);
            return null;
        }

        return stream.ToArray();
    }

    private void Restore(LearnerFile file)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        LearnerManifest manifest = file.Manifest;
        if (manifest.InputDimension != InputDimension)
            throw new InvalidDataException($"The stored learner's inputs have {manifest.InputDimension} numbers; this function takes {InputDimension}.");
        if (file.Points.Count > 0 && _outputDimension != 0 && manifest.OutputDimension != _outputDimension)
            throw new InvalidDataException($"The stored learner's values have {manifest.OutputDimension} numbers; this function returns {_outputDimension}.");

        // Everything that can fail comes first; then the learner changes at once.
        Model? model = RestoreModel(file);
        var store = new PointStore(_options.RememberInputs);
        for (int i = 0; i < file.Points.Count; i++)
            store.Add(file.Points.Input(i).ToArray(), file.Points.Output(i).ToArray(), file.Evaluations[i], file.NoiseFlags[i] != 0);

        lock (_gate)
        {
            WaitForTrainingLocked(nameof(Load), CancellationToken.None);
            if (store.Count > 0)
                _outputDimension = manifest.OutputDimension;
            _store = store;
            // A learner that remembers inputs has fewer points than the file of one that does not.
            _model = model is null ? null : model with { TrainedPoints = Math.Min(model.TrainedPoints, store.Count) };
            _lastScheduled = Math.Min(manifest.LastScheduled, store.Count);
            _due.Clear();
            foreach (int size in manifest.Due.Select(size => Math.Min(size, store.Count)).Distinct())
                _due.Enqueue(size);
            _counters.Restore(manifest.Statistics);
        }

        TrainDue();
    }

    private Model? RestoreModel(LearnerFile file)
    {
        int trained = file.Manifest.TrainedPoints;
        if (trained == 0)
            return null;
        string emulator = _emulator.GetType().FullName!;
        bool sameKind = emulator.Equals(file.Manifest.Emulator, StringComparison.Ordinal);
        if (!sameKind)
            LogOtherEmulator(_logger, file.Points.Count, file.Manifest.Emulator, emulator);
        IFittedEmulator? fitted = sameKind && file.Emulator is not null ? FromStoredForm(file.Emulator, trained) : null;
        try
        {
            fitted ??= InsertPoints(Fit(file.Points.Take(trained), previous: null, CancellationToken.None).Fitted, file.Points, trained);
        }
        catch (EmulatorFitException exception)
        {
            LogCannotFit(_logger, trained, exception.Message);
            return null;
        }

        return new Model(fitted, trained, new ErrorAudit(_options.AuditLevel), ErrorBudget.Of(_options));
    }

    /// <summary>The stored emulator, or null where it has to be fitted anew.</summary>
    private IFittedEmulator? FromStoredForm(byte[] stored, int trainedPoints)
    {
        if (_emulator is not IPersistentEmulator persistent)
            return null;
        using var stream = new MemoryStream(stored, writable: false);
        try
        {
            return persistent.Load(stream, ContextFor(trainedPoints, previous: null, CancellationToken.None));
        }
        catch (NotSupportedException exception)
        {
            LogStoredEmulatorUnusable(_logger, exception.Message);
            return null;
        }
    }
}
