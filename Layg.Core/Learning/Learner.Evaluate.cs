using System.Diagnostics;

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
        if (TryAnswer(x, value, out double error, out Verdict verdict))
        {
            EvaluationSource source = verdict == Verdict.Known ? EvaluationSource.Known : EvaluationSource.Emulated;
            return m == 1 ? new Evaluation(value[0], error, source) : new Evaluation(value.ToArray(), error, source);
        }

        return new Evaluation(EvaluateExactly(x, verdict, cancellationToken), 0, EvaluationSource.Exact);
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
        if (TryAnswer(x, value, out error, out Verdict verdict))
            return verdict == Verdict.Known ? EvaluationSource.Known : EvaluationSource.Emulated;
        double[] exact = EvaluateExactly(x, verdict, cancellationToken);
        CheckValueLength(value.Length);
        exact.CopyTo(value);
        error = 0;
        return EvaluationSource.Exact;
    }

    /// <summary>Evaluates the function, or what was learnt of it, without holding a thread while the true function is computed.</summary>
    /// <inheritdoc cref="Evaluate(ReadOnlySpan{double}, CancellationToken)"/>
    public async ValueTask<Evaluation> EvaluateAsync(ReadOnlyMemory<double> x, CancellationToken cancellationToken = default)
    {
        if (TryAnswer(x.Span, out Evaluation answer, out Verdict verdict))
            return answer;

        double[] input = x.ToArray();
        if (_exactSlots is not null)
            await _exactSlots.WaitAsync(cancellationToken).ConfigureAwait(false);
        double[] y;
        long start = Stopwatch.GetTimestamp();
        try
        {
            y = await _function.EvaluateAsync(input, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _counters.CountFailed();
            throw;
        }
        finally
        {
            _exactSlots?.Release();
        }

        long ticks = TicksSince(start);
        y = CheckedOutput(y);
        CountExact(input, y, verdict, ticks);
        Learn(input, y);
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

    private bool TryAnswer(ReadOnlySpan<double> x, out Evaluation answer, out Verdict verdict)
    {
        CheckInput(x);
        var value = new double[_outputDimension];
        bool answered = TryAnswer(x, value, out double error, out verdict);
        answer = answered ? new Evaluation(value, error, verdict == Verdict.Known ? EvaluationSource.Known : EvaluationSource.Emulated) : default;
        return answered;
    }

    /// <summary>Answers from memory or by the emulator; if neither can, says what was wrong with the emulator's answer.</summary>
    private bool TryAnswer(ReadOnlySpan<double> x, Span<double> value, out double error, out Verdict verdict)
    {
        error = 0;
        verdict = Verdict.NotAsked;
        if (value.Length == 0)
            return false;
        if (_store.TryFind(x, out KnownPoint? known))
        {
            known.Y.CopyTo(value);
            verdict = Verdict.Known;
            _counters.CountKnown();
            _instruments.Call(EvaluationSource.Known);
            return true;
        }

        if (_model is not { } model)
            return false;
        long start = Stopwatch.GetTimestamp();
        error = model.Fitted.Predict(x, value);
        verdict = _acceptance.Judge(value, error);
        if (verdict != Verdict.Accepted)
            return false;
        _counters.CountEmulated(error, TicksSince(start));
        _instruments.Call(EvaluationSource.Emulated);
        return true;
    }

    private double[] EvaluateExactly(ReadOnlySpan<double> x, Verdict refusal, CancellationToken cancellationToken)
    {
        double[] input = x.ToArray();
        double[] y = CallFunction(input, refusal, cancellationToken);
        Learn(input, y);
        return y;
    }

    private double[] CallFunction(double[] x, Verdict refusal, CancellationToken cancellationToken)
    {
        double[] y;
        _exactSlots?.Wait(cancellationToken);
        long start = Stopwatch.GetTimestamp();
        try
        {
            y = _function.Evaluate(x, cancellationToken);
        }
        catch
        {
            _counters.CountFailed();
            throw;
        }
        finally
        {
            _exactSlots?.Release();
        }

        long ticks = TicksSince(start);
        y = CheckedOutput(y);
        CountExact(x, y, refusal, ticks);
        return y;
    }

    // A copy: the function may reuse the array it returned.
    private double[] CheckedOutput(double[]? y)
    {
        if (y is null)
            throw new InvalidOperationException("The function returned null.");
        FixOutputDimension(y.Length);
        return [.. y];
    }

    private void CountExact(double[] x, double[] y, Verdict refusal, long ticks)
    {
        _counters.CountExact(refusal, ticks);
        _instruments.Call(EvaluationSource.Exact);
        _instruments.Refusal(refusal);
        ExactEvaluated?.Invoke(this, new ExactEvaluation(x, y));
    }

    private void CheckValueLength(int length)
    {
        if (_outputDimension != 0 && length != _outputDimension)
            throw new ArgumentException($"The space for the value has {length} numbers; the function returns {_outputDimension}.", "value");
    }
}
