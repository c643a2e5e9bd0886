using System.Diagnostics;
using SharedSource;

namespace Layg;

/// <summary>Predicts every part of the points from the others, by each candidate, and scores the predicted errors.</summary>
internal sealed class CrossValidation(TrainingSet points, SelectionOptions options, FitContext context)
{
    /// <summary>A candidate that cannot leave points out holds out this share of what it is fitted to.</summary>
    private const double HeldOutShare = 0.5;

    public EmulatorScore Score(EmulatorCandidate candidate, double scale)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            return Measure(candidate, scale, start);
        }
        catch (EmulatorFitException exception)
        {
            return new EmulatorScore(
                candidate.Name, double.PositiveInfinity, double.NaN, double.NaN, double.NaN, 0, Stopwatch.GetElapsedTime(start), exception.Message);
        }
    }

    /// <summary>Fits an emulator that may or may not be able to leave points out.</summary>
    public static IFittedEmulator FitAll(IEmulator emulator, TrainingSet points, FitContext context)
    {
        if (emulator is ILeaveOneOutEmulator leaveOneOut)
            return leaveOneOut.Fit(points, context);
        (TrainingSet training, TrainingSet heldOut) = points.Split(HeldOutShare, context.Random.Split("held out"));
        IFittedEmulator fitted = emulator.Fit(training, heldOut, context);
        if (fitted is not IIncrementalEmulator growing)
            return fitted;
        for (int i = 0; i < heldOut.Count; i++)
            growing = growing.Insert(heldOut.Input(i), heldOut.Output(i));
        return growing;
    }

    private EmulatorScore Measure(EmulatorCandidate candidate, double scale, long start)
    {
        double loss = 0, square = 0, bars = 0;
        int answered = 0, covered = 0;
        for (int fold = 0; fold < options.Folds; fold++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            int part = fold;
            TrainingSet test = points.Select([.. Enumerable.Range(0, points.Count).Where(i => i % options.Folds == part)]);
            TrainingSet rest = points.Select([.. Enumerable.Range(0, points.Count).Where(i => i % options.Folds != part)]);
            IFittedEmulator fitted = FitAll(candidate.Emulator, rest, context with { Random = context.Random.Split("fold", fold) });
            double toLevel = fitted is ICalibratedEmulator calibrated && calibrated.ErrorScale(options.Level) is var factor && !double.IsNaN(factor) ? factor : 1;
            var values = new double[test.Count * test.OutputDimension];
            var errors = new double[test.Count];
            fitted.PredictBatch(test.Inputs, values, errors);
            for (int i = 0; i < test.Count; i++)
            {
                double miss = LargestError.Of(values.AsSpan(i * test.OutputDimension, test.OutputDimension), test.Output(i));
                double bar = toLevel * errors[i];
                if (!double.IsFinite(bar) || !double.IsFinite(miss))
                {
                    loss += (1 - options.Level) * scale;
                    continue;
                }

                answered++;
                square += miss * miss;
                bars += bar;
                covered += miss <= bar ? 1 : 0;
                loss += (options.Level * Math.Max(miss - bar, 0)) + ((1 - options.Level) * Math.Max(bar - miss, 0));
            }
        }

        return new EmulatorScore(
            candidate.Name, loss / points.Count, Math.Sqrt(square / answered), (double)covered / answered, bars / answered, (double)answered / points.Count, Stopwatch.GetElapsedTime(start), null);
    }
}
