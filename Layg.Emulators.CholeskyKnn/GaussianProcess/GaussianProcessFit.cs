using System.Diagnostics;
using Layg.Calibration;
using Layg.Emulators.CholeskyKnn.Neighbours;
using Shared.Tensors;
using SharedSource;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>One fit of a Gaussian process: from known points to what it predicts with.</summary>
internal sealed class GaussianProcessFit
{
    private readonly GaussianProcessOptions _options;
    private readonly FitContext _context;
    private readonly TrainingSet _points;
    private readonly WhiteningTransform _whitening;
    private readonly Standardisation _inputs;
    private readonly Standardisation _outputs;

    public GaussianProcessFit(TrainingSet points, GaussianProcessOptions options, FitContext context)
    {
        _options = options;
        _context = context;
        UniquePoints unique = UniquePoints.Of(points);
        if (unique.Noisy > 0)
            Log.NoisyRepeats(context.Logger, unique.Noisy);
        _points = unique.Points;
        if (_points.Count < 3)
            throw new EmulatorFitException($"{points.Count} points with {_points.Count} distinct inputs do not allow a fit; at least 3 are needed.");
        _whitening = WhiteningFit.Of(_points.Inputs, _points.InputDimension);
        if (_whitening.Rank == 0)
            throw new EmulatorFitException($"All {_points.Count} points are alike up to rounding; they do not allow a fit.");
        if (_whitening.Rank < _points.InputDimension)
            Log.DirectionsDropped(context.Logger, _points.InputDimension - _whitening.Rank, _points.InputDimension, _points.Count);
        _inputs = Standardisation.Of(_points.Inputs, _points.InputDimension);
        _outputs = Standardisation.Of(_points.Outputs, _points.OutputDimension);
    }

    /// <summary>Calibrates on the points themselves, each predicted without itself.</summary>
    public ProcessState LeaveOneOut()
    {
        Require(_points.Count);
        Process[] processes = Processes();
        CalibrationErrors sample = new LeftOut(_points, _inputs, _outputs, processes).Measure(Draw(_points.Count, "calibration", _options.CalibrationPoints), _context);
        ProcessDomain open = Domain(double.PositiveInfinity);
        double[] distances = Distances(open, _points, leaveOneOut: true);
        return Finish(processes, sample, distances);
    }

    /// <summary>Calibrates on points that take no part in predictions.</summary>
    public ProcessState HeldOut(TrainingSet heldOut)
    {
        if (heldOut.InputDimension != _points.InputDimension || heldOut.OutputDimension != _points.OutputDimension)
        {
            throw new ArgumentException(
                $"The held-out points have dimensions {heldOut.InputDimension} and {heldOut.OutputDimension}, the training points {_points.InputDimension} and {_points.OutputDimension}.",
                nameof(heldOut));
        }

        Require(heldOut.Count);
        Process[] processes = Processes();
        TrainingSet some = heldOut.Select(Draw(heldOut.Count, "calibration", _options.CalibrationPoints));
        var state = new ProcessState(_inputs, _outputs, processes, Domain(double.PositiveInfinity), new ConformalErrorBar(1, 0, 0, [1]), _options.DecisionLevel, _options.ExactPoints);
        var errors = new double[some.Count];
        var spreads = new double[some.Count];
        Parallel.For(0, some.Count, Parallelism(), i =>
        {
            var y = new double[some.OutputDimension];
            spreads[i] = state.Predict(some.Input(i), y, new double[y.Length], ProcessScratch.OfThisThread);
            errors[i] = LargestError.Of(y, some.Output(i));
        });
        return Finish(processes, CalibrationErrors.Finite(errors, spreads), Distances(state.Domain, some, leaveOneOut: false));
    }

    private Process[] Processes()
    {
        long start = Stopwatch.GetTimestamp();
        int n = _points.InputDimension;
        var points = new double[_points.Count * n];
        double[][] columns = [.. Enumerable.Range(0, _points.OutputDimension).Select(_ => new double[_points.Count])];
        var row = new double[_points.OutputDimension];
        for (int i = 0; i < _points.Count; i++)
        {
            _inputs.Apply(_points.Input(i), points.AsSpan(i * n, n));
            _outputs.Apply(_points.Output(i), row);
            for (int c = 0; c < row.Length; c++)
                columns[c][i] = row[c];
        }

        int[] some = Draw(_points.Count, "hyper-parameters", _options.HyperparameterPoints);
        double[] searched = [.. some.SelectMany(i => points[(i * n)..((i + 1) * n)])];
        int[][] groups = _options.ShareHyperparameters
            ? [[.. Enumerable.Range(0, columns.Length)]]
            : [.. Enumerable.Range(0, columns.Length).Select(c => new[] { c })];
        var processes = new Process[groups.Length];
        for (int g = 0; g < groups.Length; g++)
        {
            double[][] own = [.. groups[g].Select(c => columns[c])];
            double[][] ownSearched = [.. own.Select(column => some.Select(i => column[i]).ToArray())];
            Hyperparameters found = new HyperparameterSearch(_options, n, _context.CancellationToken)
                .Maximise(searched, ownSearched, _context.Random.Split("restarts", g));
            processes[g] = ProcessBuilder.Build(_options, groups[g], found, points, own, _context.CancellationToken);
        }

        Log.ProcessFitted(
            _context.Logger, _points.Count, _options.Kernel, processes[0].Factor is null ? "local" : "exact", processes[0].Hyperparameters.LogLikelihood, Stopwatch.GetElapsedTime(start).TotalSeconds);
        return processes;
    }

    private ProcessState Finish(Process[] processes, CalibrationErrors sample, double[] distances)
    {
        Require(sample.Errors.Length);
        double scale = _outputs.Unit.Max();
        ConformalErrorBar bar = ConformalErrorBar.Fit(sample.Errors, sample.Spreads, sample.Spreads, scale);
        return new ProcessState(
            _inputs, _outputs, processes, Domain(DomainGuard.LimitOf(distances, _options.DomainGuard)), bar, _options.DecisionLevel, _options.ExactPoints);
    }

    private ProcessDomain Domain(double maximumDistance)
    {
        int rank = _whitening.Rank;
        var whitened = new double[_points.Count * rank];
        for (int i = 0; i < _points.Count; i++)
            _whitening.TryApply(_points.Input(i), whitened.AsSpan(i * rank, rank));
        NeighbourIndex index = NeighbourIndex.Build(whitened, rank);
        double margin = _options.DomainGuard == DomainGuardRule.Off ? double.PositiveInfinity : _options.BoxMargin;
        return new ProcessDomain(_whitening, index, DomainGuard.Around(index, margin, maximumDistance));
    }

    // A point finds itself first, at distance 0, so its mean over one more neighbour is corrected for that.
    private double[] Distances(ProcessDomain domain, TrainingSet points, bool leaveOneOut)
    {
        int neighbours = ProcessDomain.NeighboursFor(_whitening.Rank, _points.Count - (leaveOneOut ? 1 : 0));
        List<double> distances = new(points.Count);
        var whitened = new double[_whitening.Rank];
        for (int i = 0; i < points.Count; i++)
        {
            if (!_whitening.TryApply(points.Input(i), whitened))
                continue;
            double mean = domain.Distance(whitened, neighbours + (leaveOneOut ? 1 : 0), ProcessScratch.OfThisThread);
            distances.Add(leaveOneOut ? mean * (neighbours + 1) / neighbours : mean);
        }

        return distances.Count > 0 ? [.. distances] : throw new EmulatorFitException("No held-out point lies on the hyperplane of the training points.");
    }

    private int[] Draw(int count, string purpose, int most)
    {
        int[] order = _context.Random.Split(purpose).Permutation(count);
        return order[..Math.Min(count, most)];
    }

    private ParallelOptions Parallelism() =>
        new() { MaxDegreeOfParallelism = _context.MaxDegreeOfParallelism, CancellationToken = _context.CancellationToken };

    private void Require(int calibrationPoints)
    {
        if (calibrationPoints < _options.MinimumCalibrationPoints)
        {
            throw new EmulatorFitException(
                $"There are {calibrationPoints} calibration points; at least {_options.MinimumCalibrationPoints} are needed for an error bar.");
        }
    }
}
