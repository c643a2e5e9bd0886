namespace Layg;

public sealed partial class Learner
{
    /// <summary>Evaluates the true function at one point whatever the emulator says, or remembers it, and learns from it unless frozen.</summary>
    /// <param name="x">The point: <see cref="InputDimension"/> finite numbers.</param>
    /// <param name="cancellationToken">Given to the true function.</param>
    /// <returns>The true value; <see cref="Evaluation.Source"/> is exact or known.</returns>
    /// <exception cref="ArgumentException">The point has the wrong dimension or a number that is not finite.</exception>
    /// <remarks>An exception of the function reaches the caller as it is.</remarks>
    public Evaluation EvaluateExactly(ReadOnlySpan<double> x, CancellationToken cancellationToken = default)
    {
        CheckInput(x);
        if (_store.TryFind(x, out KnownPoint? known))
        {
            _counters.CountKnown();
            _instruments.Call(EvaluationSource.Known);
            return new Evaluation((double[])known.Y.Clone(), 0, EvaluationSource.Known);
        }

        return new Evaluation(EvaluateExactly(x, [], default, cancellationToken), 0, EvaluationSource.Exact);
    }

    /// <summary>The emulator that answers now, and how many points its last training had; null and 0 before the first one.</summary>
    internal (IFittedEmulator? Emulator, int TrainedPoints) LastTraining => _model is { } model ? (model.Fitted, model.TrainedPoints) : (null, 0);

    /// <summary>
    /// Asks memory and emulator alone, without counting: the error is 0 for a known point, and infinite where there is no emulator or no
    /// basis for a prediction.
    /// </summary>
    internal double Approximate(ReadOnlySpan<double> x, Span<double> value, out bool isKnown)
    {
        isKnown = _store.TryFind(x, out KnownPoint? known);
        if (known is not null)
        {
            known.Y.CopyTo(value);
            return 0;
        }

        if (_model is not { } model)
            return double.PositiveInfinity;
        double error = model.Fitted.Predict(x, value) * model.Audit.Inflation;
        bool finite = double.IsFinite(error);
        foreach (double component in value)
            finite &= double.IsFinite(component);
        return finite ? error : double.PositiveInfinity;
    }

    /// <summary>Counts an approximation that was used as an emulated or known answer.</summary>
    internal void CountApproximation(double error, bool isKnown)
    {
        if (isKnown)
        {
            _counters.CountKnown();
            _instruments.Call(EvaluationSource.Known);
            return;
        }

        _counters.CountEmulated(error, 0);
        _instruments.Call(EvaluationSource.Emulated);
    }
}
