using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Layg;

public sealed partial class Learner
{
    private const int PieceSize = 128;

    /// <summary>
    /// Evaluates the function, or what was learnt of it, at many points; up to <see cref="LearnerOptions.MaxDegreeOfParallelism"/> at once.
    /// </summary>
    /// <param name="points">The points, row-major [count, <see cref="InputDimension"/>].</param>
    /// <param name="values">Receives the values, row-major [count, m]; its length says how many components (m) the caller expects.</param>
    /// <param name="errors">Receives the predicted errors [count]; may be empty.</param>
    /// <param name="sources">Receives where each value came from [count]; may be empty.</param>
    /// <param name="cancellationToken">Ends the batch early; what was evaluated until then is learnt.</param>
    /// <remarks>
    /// All points are predicted first, then those refused are evaluated in their order. Training happens between two points where the
    /// rule says so, and the points still waiting are predicted anew. The answers do not depend on the number of threads. An input that is
    /// in the batch more than once is evaluated more than once, unless it was known before.
    /// If the function throws, what the other points gave is learnt and the first exception reaches the caller as it is.
    /// </remarks>
    /// <exception cref="ArgumentException">A length does not fit, or a number is not finite.</exception>
    public void EvaluateBatch(
        ReadOnlySpan<double> points, Span<double> values, Span<double> errors = default, Span<EvaluationSource> sources = default,
        CancellationToken cancellationToken = default)
    {
        int count = CheckBatch(points, values.Length, errors.Length, sources.Length);
        if (count == 0)
            return;
        using var batch = new Batch(points, count, values.Length / count);
        int waiting = count;
        while (waiting > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PredictWaiting(batch, waiting, cancellationToken);
            int refused = batch.KeepRefused(waiting);
            int now = _frozen ? refused : Math.Min(refused, PointsUntilTraining());
            EvaluateFirst(batch, now, cancellationToken);
            waiting = batch.DropFirst(now, refused);
        }

        batch.CopyTo(values, errors, sources);
    }

    private void PredictWaiting(Batch batch, int waiting, CancellationToken cancellationToken)
    {
        int asked = AnswerKnown(batch, waiting);
        if (_model is not { } model)
            return;
        batch.BeginRound(model.Audit, model.Audit.Inflation);
        // The emulator gets pieces of one size, so that its answers cannot depend on the number of threads.
        InParallel((asked + PieceSize - 1) / PieceSize, piece =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            int from = piece * PieceSize;
            int count = Math.Min(PieceSize, asked - from);
            long start = Stopwatch.GetTimestamp();
            Span<double> errors = batch.AskedErrors.AsSpan(from, count);
            model.Fitted.PredictBatch(batch.AskedPoints(from, count), batch.AskedValues(from, count), errors);
            long ticks = TicksSince(start) / count;
            for (int i = from; i < from + count; i++)
            {
                Prediction prediction = Judge(model, batch.AskedPoints(i, 1), batch.AskedValues(i, 1), batch.AskedErrors[i], batch.Inflation);
                batch.SetPrediction(i, prediction);
                if (prediction.Verdict != Verdict.Accepted)
                    continue;
                _counters.CountEmulated(prediction.Error, ticks);
                _instruments.Call(EvaluationSource.Emulated);
            }
        });
        model.Budget?.Update();
    }

    /// <summary>Answers the waiting points that are known, and lists the others for the emulator; returns how many those are.</summary>
    private int AnswerKnown(Batch batch, int waiting)
    {
        int asked = 0;
        for (int i = 0; i < waiting; i++)
        {
            int point = batch.Waiting[i];
            if (!_store.TryFind(batch.Point(point), out KnownPoint? known))
            {
                batch.Ask(point, asked++);
                continue;
            }

            batch.SetKnown(point, known.Y);
            _counters.CountKnown();
            _instruments.Call(EvaluationSource.Known);
        }

        return asked;
    }

    private void EvaluateFirst(Batch batch, int count, CancellationToken cancellationToken)
    {
        var inputs = new double[count][];
        var outputs = new double[]?[count];
        var failures = new Exception?[count];
        InParallel(count, i =>
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            int point = batch.Waiting[i];
            inputs[i] = batch.Point(point).ToArray();
            try
            {
                outputs[i] = CallFunction(inputs[i], batch.Verdicts[point], cancellationToken);
                ExactEvaluated?.Invoke(this, new ExactEvaluation(inputs[i], outputs[i]));
            }
            catch (Exception exception)
            {
                failures[i] = exception;
            }
        });

        for (int i = 0; i < count; i++)
        {
            if (outputs[i] is { } y)
                failures[i] = TryLearn(inputs[i], y, batch.Value(batch.Waiting[i]), batch.PredictionOf(batch.Waiting[i])) ?? failures[i];
        }

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        cancellationToken.ThrowIfCancellationRequested();
        for (int i = 0; i < count; i++)
            batch.SetExact(batch.Waiting[i], outputs[i]!);
    }

    /// <summary>Learns a value of a batch. A training that throws must not lose the values after it; returns what it threw.</summary>
    private Exception? TryLearn(double[] x, double[] y, ReadOnlySpan<double> predicted, Prediction prediction)
    {
        try
        {
            AuditAndLearn(x, y, predicted, prediction);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private void InParallel(int count, Action<int> body)
    {
        if (_options.MaxDegreeOfParallelism == 1 || count == 1)
        {
            for (int i = 0; i < count; i++)
                body(i);
            return;
        }

        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism }, body);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    private int CheckBatch(ReadOnlySpan<double> points, int valueCount, int errorCount, int sourceCount)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int count = points.Length / InputDimension;
        if (points.Length != count * InputDimension)
            throw new ArgumentException($"{points.Length} numbers are not whole points of dimension {InputDimension}.", nameof(points));
        for (int i = 0; i < points.Length; i++)
        {
            if (!double.IsFinite(points[i]))
                throw new ArgumentException($"Component {i % InputDimension} of point {i / InputDimension} is {points[i]}; every component must be finite.", nameof(points));
        }

        int m = _outputDimension;
        if (count > 0 && (valueCount == 0 || valueCount % count != 0 || (m != 0 && valueCount != count * m)))
        {
            throw new ArgumentException(
                m == 0
                    ? $"The space for {count} values has {valueCount} numbers, which is no whole number of components a value."
                    : $"The space for {count} values of {m} components has {valueCount} numbers, not {count * m}.",
                "values");
        }

        if (errorCount != 0 && errorCount != count)
            throw new ArgumentException($"The space for errors has {errorCount} numbers; it must be empty or have one for each of the {count} points.", "errors");
        if (sourceCount != 0 && sourceCount != count)
            throw new ArgumentException($"The space for sources has {sourceCount} entries; it must be empty or have one for each of the {count} points.", "sources");
        return count;
    }
}
