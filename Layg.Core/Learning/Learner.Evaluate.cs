using System.Diagnostics;
using SharedSource;

namespace Layg;

public sealed partial class Learner
{
    // Values up to this many components are predicted on the stack.
    private const int StackComponents = 64;

    /// <summary>Evaluates the function, or what was learnt of it, at one point.</summary>
    /// <param name="x">The point: <see cref="InputDimension"/> finite numbers.</param>
    /// <param name="cancellationToken">Given to the true function.</param>
    /// <returns>The value, its predicted error and where it came from. Needs no memory where the function has one output.</returns>
    /// <exception cref="ArgumentException">The point has the wrong dimension or a number that is not finite.</exception>
    /// <exception cref="InvalidOperationException">The function returned another number of components than before.</exception>
    /// <remarks>An exception of the function reaches the caller as it is.</remarks>
    public Evaluation Evaluate(ReadOnlySpan<double> x, CancellationToken cancellationToken = default)
    {
        CheckInput(x);
        int m = _outputDimension;
        Span<double> value = m <= StackComponents ? stackalloc double[m] : new double[m];
        if (TryAnswer(x, value, out Prediction prediction))
        {
            EvaluationSource source = SourceOf(prediction);
            return m == 1 ? new Evaluation(value[0], prediction.Error, source) : new Evaluation(value.ToArray(), prediction.Error, source);
        }

        return new Evaluation(EvaluateExactly(x, value, prediction, cancellationToken), 0, EvaluationSource.Exact);
    }

    /// <summary>Evaluates the function, or what was learnt of it, at one point, into memory of the caller.</summary>
    /// <param name="x">The point: <see cref="InputDimension"/> finite numbers.</param>
    /// <param name="value">Receives the value: as many numbers as the function returns.</param>
    /// <param name="error">The predicted absolute error; 0 unless the value was emulated.</param>
    /// <param name="cancellationToken">Given to the true function.</param>
    /// <returns>Where the value came from.</returns>
    /// <exception cref="ArgumentException">
    /// The point has the wrong dimension or a number that is not finite, or <paramref name="value"/> has the wrong length.
    /// </exception>
    /// <exception cref="InvalidOperationException">The function returned another number of components than before.</exception>
    /// <remarks>An exception of the function reaches the caller as it is.</remarks>
    public EvaluationSource Evaluate(ReadOnlySpan<double> x, Span<double> value, out double error, CancellationToken cancellationToken = default)
    {
        CheckInput(x);
        CheckValueLength(value.Length);
        bool answered = TryAnswer(x, value, out Prediction prediction);
        error = answered ? prediction.Error : 0;
        if (answered)
            return SourceOf(prediction);
        double[] exact = EvaluateExactly(x, value, prediction, cancellationToken);
        CheckValueLength(value.Length);
        exact.CopyTo(value);
        return EvaluationSource.Exact;
    }

    /// <summary>Evaluates the function, or what was learnt of it, without holding a thread while the true function is computed.</summary>
    /// <inheritdoc cref="Evaluate(ReadOnlySpan{double}, CancellationToken)"/>
    public async ValueTask<Evaluation> EvaluateAsync(ReadOnlyMemory<double> x, CancellationToken cancellationToken = default)
    {
        CheckInput(x.Span);
        var value = new double[_outputDimension];
        if (TryAnswer(x.Span, value, out Prediction prediction))
            return new Evaluation(value, prediction.Error, SourceOf(prediction));

        double[] input = x.ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        if (_exactSlots is not null)
            await _exactSlots.WaitAsync(cancellationToken).ConfigureAwait(false);
        double[]? y = null;
        long start = Stopwatch.GetTimestamp();
        try
        {
            y = await _function.EvaluateAsync(input, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            EndExact(failed: y is null);
        }

        y = Count(y, prediction.Verdict, TicksSince(start));
        Use(input, y, value, prediction);
        return new Evaluation(y, 0, EvaluationSource.Exact);
    }

    /// <summary>Asks the emulator alone, whatever its error, without calling the function or counting: for plots and diagnostics.</summary>
    /// <param name="x">The point: <see cref="InputDimension"/> finite numbers.</param>
    /// <param name="value">Receives the predicted value: <see cref="OutputDimension"/> numbers.</param>
    /// <returns>The predicted absolute error; infinite outside the domain of the known points, whatever <paramref name="value"/> then holds.</returns>
    /// <exception cref="ArgumentException">
    /// The point has the wrong dimension or a number that is not finite, or <paramref name="value"/> has the wrong length.
    /// </exception>
    /// <exception cref="InvalidOperationException">There is no emulator yet.</exception>
    public double Predict(ReadOnlySpan<double> x, Span<double> value)
    {
        CheckInput(x);
        CheckValueLength(value.Length);
        if (_model is not { } model)
            throw new InvalidOperationException("There is no emulator yet; evaluate more points or call Train.");
        return model.Fitted.Predict(x, value);
    }

    /// <summary>Answers from memory or by the emulator; if neither can, says what was wrong with the emulator's answer.</summary>
    private bool TryAnswer(ReadOnlySpan<double> x, Span<double> value, out Prediction prediction)
    {
        prediction = default;
        if (value.Length == 0)
            return false;
        if (_store.TryFind(x, out KnownPoint? known))
        {
            known.Y.CopyTo(value);
            prediction = new Prediction(Verdict.Known);
            _counters.CountKnown();
            _instruments.Call(EvaluationSource.Known);
            return true;
        }

        if (_model is not { } model)
            return false;
        long start = Stopwatch.GetTimestamp();
        double error = model.Fitted.Predict(x, value);
        prediction = Judge(model, x, value, error, model.Audit.Inflation);
        model.Budget?.Update();
        if (prediction.Verdict != Verdict.Accepted)
            return false;
        _counters.CountEmulated(prediction.Error, TicksSince(start));
        _instruments.Call(EvaluationSource.Emulated);
        return true;
    }

    private static EvaluationSource SourceOf(Prediction answered) =>
        answered.Verdict == Verdict.Known ? EvaluationSource.Known : EvaluationSource.Emulated;

    /// <summary>Decides what becomes of a prediction; raises its error by what audits of this model found.</summary>
    private Prediction Judge(Model model, ReadOnlySpan<double> x, ReadOnlySpan<double> value, double ownError, double inflation)
    {
        double error = ownError * inflation;
        if (!_frozen)
            model.Budget?.Record(error);
        Verdict verdict = model.Budget is { } budget ? _acceptance.Judge(value, error, budget.Tolerance) : _acceptance.Judge(value, error);
        if (verdict == Verdict.Accepted && IsAudited(x))
            verdict = Verdict.Audited;
        return new Prediction(verdict, error, inflation, model.Audit);
    }

    // By the input itself, so that the choice depends neither on the order of calls nor on threads.
    private bool IsAudited(ReadOnlySpan<double> x) =>
        _options.AuditProbability > 0 && !_frozen && PointComparer.Hash(x, _options.Seed) < _options.AuditProbability * ulong.MaxValue;

    private double[] EvaluateExactly(
        ReadOnlySpan<double> x, ReadOnlySpan<double> predicted, Prediction prediction, CancellationToken cancellationToken)
    {
        double[] input = x.ToArray();
        double[] y = CallFunction(input, prediction.Verdict, cancellationToken);
        Use(input, y, predicted, prediction);
        return y;
    }

    /// <summary>Tells of an exact value and learns from it, even where a handler throws.</summary>
    private void Use(double[] x, double[] y, ReadOnlySpan<double> predicted, Prediction prediction)
    {
        try
        {
            ExactEvaluated?.Invoke(this, new ExactEvaluation(x, y));
        }
        finally
        {
            AuditAndLearn(x, y, predicted, prediction);
        }
    }

    private void AuditAndLearn(double[] x, double[] y, ReadOnlySpan<double> predicted, Prediction prediction)
    {
        if (prediction is { Verdict: Verdict.Audited, Audit: { } audit })
        {
            double error = LargestError.Of(predicted, y);
            _counters.CountAudit(error <= prediction.Error);
            audit.Record(error, prediction.OwnError);
        }

        Learn(x, y);
    }

    private double[] CallFunction(double[] x, Verdict refusal, CancellationToken cancellationToken)
    {
        // What is cancelled before it began is no evaluation, not even a failed one.
        cancellationToken.ThrowIfCancellationRequested();
        _exactSlots?.Wait(cancellationToken);
        double[]? y = null;
        long start = Stopwatch.GetTimestamp();
        try
        {
            y = _function.Evaluate(x, cancellationToken);
        }
        finally
        {
            EndExact(failed: y is null);
        }

        return Count(y, refusal, TicksSince(start));
    }

    private void EndExact(bool failed)
    {
        _exactSlots?.Release();
        if (failed)
            _counters.CountFailed();
    }

    /// <summary>Checks and counts an exact value; returns a copy, for the function may reuse the array it returned.</summary>
    private double[] Count(double[]? y, Verdict refusal, long ticks)
    {
        if (y is null)
            throw new InvalidOperationException("The function returned null.");
        FixOutputDimension(y.Length);
        double[] own = [.. y];
        _counters.CountExact(refusal, ticks);
        _instruments.Call(EvaluationSource.Exact);
        _instruments.Refusal(refusal);
        return own;
    }

    private void CheckValueLength(int length)
    {
        if (_outputDimension != 0 && length != _outputDimension)
            throw new ArgumentException($"The space for the value has {length} numbers; the function returns {_outputDimension}.", "value");
    }
}
