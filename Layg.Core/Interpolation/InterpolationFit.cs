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

    /// <summary>Calibrates on the inner knots, each predicted from the others.</summary>
    public FittedInterpolation LeaveOneOut()
    {
        int count = _knots.Count - 2;
        var errors = new double[count];
        var spreads = new double[count];
        var distances = new double[count];
        for (int i = 0; i < count; i++)
        {
            errors[i] = _misses[i + 1];
            spreads[i] = (_misses[i] + _misses[i + 2]) / 2;
            distances[i] = Distance(_knots.X[i], _knots.X[i + 1], _knots.X[i + 2]);
        }

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
        return new FittedInterpolation(
            _knots, _misses, ConformalErrorBar.Fit(errors, spreads, distances, scale), _options.DecisionLevel, distancesTell, _options.Form);
    }

    private void MissKnots()
    {
        int tasks = (_knots.Count + KnotsPerTask - 1) / KnotsPerTask;
        ParallelOptions options = new() { MaxDegreeOfParallelism = _context.MaxDegreeOfParallelism, CancellationToken = _context.CancellationToken };
        Parallel.For(0, tasks, options, task =>
        {
            int end = Math.Min((task + 1) * KnotsPerTask, _knots.Count - 1);
            for (int i = Math.Max(1, task * KnotsPerTask); i < end; i++)
                _misses[i] = Miss(i);
        });

        // The ends cannot be predicted from the others; their neighbours stand in.
        _misses[0] = _misses[1];
        _misses[^1] = _misses[^2];
    }

    private double Miss(int knot)
    {
        (double[] x, double[][] columns) = _knots.Without(knot, Reach);
        var curves = Curves.Through(x, columns, _options.Form);
        double miss = 0;
        for (int c = 0; c < curves.Length; c++)
            miss = Math.Max(miss, Math.Abs(curves[c].Interpolate(_knots.X[knot]) - _knots.Columns[c][knot]));
        return double.IsFinite(miss) ? miss : throw new EmulatorFitException($"The values around x = {_knots.X[knot]} are too large to interpolate.");
    }

    private static double Spread(double[] distances) =>
        StandardDeviation([.. distances.Select(distance => Math.Log(Math.Max(distance, ConformalErrorBar.SmallestDistance)))]);

    private static double StandardDeviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
