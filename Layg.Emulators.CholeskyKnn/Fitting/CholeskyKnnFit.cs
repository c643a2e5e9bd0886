using Layg.Calibration;
using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>One fit: from known points to a fitted emulator.</summary>
internal sealed class CholeskyKnnFit
{
    private readonly CholeskyKnnOptions _options;
    private readonly FitContext _context;
    private readonly UniquePoints _unique;
    private readonly WhiteningTransform _whitening;

    public CholeskyKnnFit(TrainingSet points, CholeskyKnnOptions options, FitContext context)
    {
        _options = options;
        _context = context;
        _unique = UniquePoints.Of(points);
        if (_unique.Noisy > 0)
            Log.NoisyRepeats(context.Logger, _unique.Noisy);
        if (Points.Count < 2)
            throw new EmulatorFitException($"{points.Count} points with {Points.Count} distinct inputs do not allow a fit; at least 2 are needed.");

        _whitening = WhiteningFit.Of(Points.Inputs, Points.InputDimension);
        if (_whitening.Rank == 0)
            throw new EmulatorFitException($"All {Points.Count} points are alike up to rounding; they do not allow a fit.");
        if (_whitening.Rank < Points.InputDimension)
        {
            Log.DirectionsDropped(
                context.Logger, Points.InputDimension - _whitening.Rank, Points.InputDimension, Points.Count);
        }
    }

    private TrainingSet Points => _unique.Points;

    private int Targets => Points.OutputDimension + (_options.ErrorFunctional is null ? 0 : 1);

    private int FirstErrorTarget => _options.ErrorFunctional is null ? 0 : Points.OutputDimension;

    /// <summary>Calibrates on the points themselves, each predicted without itself.</summary>
    public FittedCholeskyKnn LeaveOneOut()
    {
        RequireCalibrationPoints(Points.Count);
        Calibrator calibrator = Prepare(Points.Count - 1);
        return Finish(calibrator, calibrator.LeaveOneOut(Draw(Points.Count), _context));
    }

    /// <summary>Calibrates on points that take no part in predictions.</summary>
    public FittedCholeskyKnn HeldOut(TrainingSet heldOut)
    {
        if (heldOut.InputDimension != Points.InputDimension || heldOut.OutputDimension != Points.OutputDimension)
        {
            throw new ArgumentException(
                $"The held-out points have dimensions {heldOut.InputDimension} and {heldOut.OutputDimension}, the training points {Points.InputDimension} and {Points.OutputDimension}.",
                nameof(heldOut));
        }

        RequireCalibrationPoints(heldOut.Count);
        Calibrator calibrator = Prepare(Points.Count);
        List<double> queries = [];
        List<double> truths = [];
        var whitened = new double[_whitening.Rank];
        foreach (int i in Draw(heldOut.Count))
        {
            if (!_whitening.TryApply(heldOut.Input(i), whitened))
                continue;
            queries.AddRange(whitened);
            truths.AddRange(Row(heldOut.Output(i), "held-out", i));
        }

        return Finish(calibrator, calibrator.HeldOut([.. queries], [.. truths], _context));
    }

    private void RequireCalibrationPoints(int count)
    {
        if (count < _options.MinimumCalibrationPoints)
        {
            throw new EmulatorFitException(
                $"The error model has {count} calibration points; at least {_options.MinimumCalibrationPoints} are needed.");
        }
    }

    /// <summary>All points, or a random part of them, in ascending order.</summary>
    private int[] Draw(int count)
    {
        if (count <= _options.CalibrationPoints)
            return [.. Enumerable.Range(0, count)];
        int[] drawn = _context.Random.Split("calibration").Permutation(count)[.._options.CalibrationPoints];
        Array.Sort(drawn);
        return drawn;
    }

    private Calibrator Prepare(int available)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        FitPlan plan = FitPlan.For(_options, _whitening.Rank, available, Targets);
        if (plan.Degree < _options.Degree)
            Log.DegreeLowered(_context.Logger, Points.Count, _whitening.Rank, plan.Degree, _options.Degree);

        var whitened = new double[Points.Count * _whitening.Rank];
        var outputs = new double[Points.Count * Targets];
        for (int i = 0; i < Points.Count; i++)
        {
            _whitening.TryApply(Points.Input(i), whitened.AsSpan(i * _whitening.Rank, _whitening.Rank));
            Span<double> row = outputs.AsSpan(i * Targets, Targets);
            if (_options.ErrorFunctional is null)
                Points.Output(i).CopyTo(row);
            else
                Row(Points.Output(i), "training", i).CopyTo(row);
        }

        return new Calibrator(
            new LocalPolynomial(
                _whitening.Rank,
                plan.Degree,
                plan.Neighbours,
                Targets,
                FirstErrorTarget,
                _options.ErrorModel == ErrorModelKind.Ratio ? _options.RatioProxy : null),
            NeighbourIndex.Build(whitened, _whitening.Rank),
            OutputTable.Of(outputs, Targets),
            Points.OutputDimension,
            _options.ErrorFunctional);
    }

    private double[] Row(ReadOnlySpan<double> output, string part, int point)
    {
        if (_options.ErrorFunctional is null)
            return output.ToArray();
        double scalar = _options.ErrorFunctional(output);
        if (!double.IsFinite(scalar))
            throw new EmulatorFitException($"The error functional is {scalar} at {part} point {point}; it must be finite at every known value.");
        return [.. output, scalar];
    }

    private FittedCholeskyKnn Finish(Calibrator calibrator, CalibrationSample sample)
    {
        if (sample.Errors.Length < _options.MinimumCalibrationPoints)
        {
            throw new EmulatorFitException(
                $"Only {sample.Errors.Length} calibration points have a finite prediction; at least {_options.MinimumCalibrationPoints} are needed.");
        }

        double maximumDistance = DomainGuard.LimitOf(sample.Distances, _options.DomainGuard);
        double margin = _options.DomainGuard == DomainGuardRule.Off ? double.PositiveInfinity : _options.BoxMargin;
        LocalPolynomial local = calibrator.Local;
        Log.Fitted(
            _context.Logger, Points.Count, Points.InputDimension, local.Degree, local.Neighbours, sample.Errors.Length, maximumDistance);
        return new FittedCholeskyKnn
        {
            Whitening = _whitening,
            Local = local,
            Index = calibrator.Index,
            Outputs = calibrator.Outputs,
            OutputDimension = Points.OutputDimension,
            Guard = DomainGuard.Around(calibrator.Index, margin, maximumDistance),
            Errors = ErrorEstimator.Fit(sample, OutputScale.Of(calibrator.Outputs, FirstErrorTarget), _options),
            Functional = _options.ErrorFunctional,
            Counts = _unique.Counts,
        };
    }
}
