using Layg.Calibration;

namespace Layg;

/// <summary>One fit: knots, curves, what each knot's own prediction misses, and the calibration of the error bar.</summary>
internal sealed class InterpolationFit
{
    /// <summary>
    /// Knots on either side that predict a left-out one. The influence of a natural spline's knot falls by 0.27 from knot to knot,
    /// so farther ones change nothing that an error bar could show.
    /// </summary>
    private const int Reach = 12;

    /// <summary>Distances whose logarithms spread less than this say nothing about how errors grow with distance.</summary>
    private const double LeastDistanceSpread = 0.1;

    private const int KnotsPerTask = 256;

    /// <summary>The most knots that the error bar is calibrated on.</summary>
    private const int CalibrationPoints = 5000;

    private readonly InterpolationOptions _options;
    private readonly FitContext _context;
    private readonly Knots _knots;
    private readonly double[] _misses;

    public InterpolationFit(TrainingSet points, InterpolationOptions options, FitContext context)
    {
        if (points.InputDimension != 1)
            throw new EmulatorFitException($"Interpolation takes functions of one variable; these points have {points.InputDimension} components.");
        _options = options;
        _context = context;
        _knots = Knots.Of(points);
        if (_knots.Count < 3)
            throw new EmulatorFitException($"{points.Count} points with {_knots.Count} distinct inputs do not suffice; interpolation needs at least 3.");
        _misses = new double[_knots.Count];
        MissKnots();
    }

    /// <summary>
    /// Calibrates on inner knots, each predicted from the others. What its neighbours' own predictions miss is found without it, too: a fresh
    /// point takes no part in those either.
    /// </summary>
    public FittedInterpolation LeaveOneOut()
    {
        int[] chosen = [.. _context.Random.Split("calibration").Permutation(_knots.Count - 2).Take(CalibrationPoints)];
        var errors = new double[chosen.Length];
        var spreads = new double[chosen.Length];
        var distances = new double[chosen.Length];
        ForAll(chosen.Length, i =>
        {
            int knot = chosen[i] + 1;
            errors[i] = _misses[knot];
            spreads[i] = MeanMiss(knot);
            distances[i] = Distance(_knots.X[knot - 1], _knots.X[knot], _knots.X[knot + 1]);
        });
        return Finish(errors, spreads, distances);
    }

    /// <summary>Calibrates on held-out points that lie between the first and the last knot.</summary>
    public FittedInterpolation HeldOut(TrainingSet heldOut)
    {
        var curves = Curves.Through(_knots.X, _knots.Columns, _options.Form);
        List<double> errors = [];
        List<double> spreads = [];
        List<double> distances = [];
        for (int i = 0; i < heldOut.Count; i++)
        {
            double x = heldOut.Input(i)[0];
            if (!(x >= _knots.X[0] && x <= _knots.X[^1]))
                continue;
            int gap = _knots.Gap(x);
            double error = 0;
            for (int c = 0; c < curves.Length; c++)
                error = Math.Max(error, Math.Abs(curves[c].Interpolate(x) - heldOut.Output(i)[c]));
            errors.Add(error);
            spreads.Add((_misses[gap] + _misses[gap + 1]) / 2);
            distances.Add(Distance(_knots.X[gap], x, _knots.X[gap + 1]));
        }

        return Finish([.. errors], [.. spreads], [.. distances]);
    }

    /// <summary>The geometric mean of the distances to both neighbours.</summary>
    internal static double Distance(double low, double x, double high) => Math.Sqrt(x - low) * Math.Sqrt(high - x);

    private FittedInterpolation Finish(double[] errors, double[] spreads, double[] distances)
    {
        if (errors.Length < _options.MinimumCalibrationPoints)
        {
            throw new EmulatorFitException(
                $"Only {errors.Length} calibration points lie between the {_knots.Count} knots; at least {_options.MinimumCalibrationPoints} are needed.");
        }

        bool distancesTell = Spread(distances) >= LeastDistanceSpread;
        if (!distancesTell)
            Array.Fill(distances, 1);
        double scale = _knots.Columns.Max(StandardDeviation);
        if (!double.IsFinite(scale) || Array.Exists(_misses, miss => !double.IsFinite(miss)) || Array.Exists(spreads, spread => !double.IsFinite(spread)))
            throw new EmulatorFitException("The values, or their differences, are too large to interpolate; rescale the function.");
        return new FittedInterpolation(
            _knots, _misses, ConformalErrorBar.Fit(errors, spreads, distances, scale), _options.DecisionLevel, distancesTell, _options.Form);
    }

    private void MissKnots()
    {
        ForAll(_knots.Count - 2, i => _misses[i + 1] = Miss(i + 1, null));

        // The ends cannot be predicted from the others; their neighbours stand in.
        _misses[0] = _misses[1];
        _misses[^1] = _misses[^2];
    }

    /// <summary>What a knot's two neighbours miss without it; an end's neighbour stands in for it here, too.</summary>
    private double MeanMiss(int knot)
    {
        if (_knots.Count < 4)
            return _misses[knot];
        double? left = knot == 1 ? null : Miss(knot - 1, knot);
        double? right = knot == _knots.Count - 2 ? null : Miss(knot + 1, knot);
        return ((left ?? right!.Value) + (right ?? left!.Value)) / 2;
    }

    private double Miss(int knot, int? without)
    {
        (double[] x, double[][] columns) = _knots.Around(knot, Reach, without);
        var curves = Curves.Through(x, columns, _options.Form);
        double miss = 0;
        for (int c = 0; c < curves.Length; c++)
            miss = Math.Max(miss, Math.Abs(curves[c].Interpolate(_knots.X[knot]) - _knots.Columns[c][knot]));
        return miss;
    }

    private void ForAll(int count, Action<int> body)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = _context.MaxDegreeOfParallelism, CancellationToken = _context.CancellationToken };
        Parallel.For(0, (count + KnotsPerTask - 1) / KnotsPerTask, options, task =>
        {
            for (int i = task * KnotsPerTask; i < Math.Min((task + 1) * KnotsPerTask, count); i++)
                body(i);
        });
    }

    private static double Spread(double[] distances) =>
        StandardDeviation([.. distances.Select(distance => Math.Log(Math.Max(distance, ConformalErrorBar.SmallestDistance)))]);

    private static double StandardDeviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
