using SharedSource;

namespace Layg.Calibration;

/// <summary>True and predicted errors of an emulator at test points, and the figures made of them.</summary>
internal sealed class CalibrationMeasurement
{
    private const int Parts = 5;

    private readonly IFittedEmulator _emulator;
    private readonly TrainingSet _test;
    private readonly double[] _true;
    private readonly double[] _predicted;
    private readonly int[] _answered;

    public CalibrationMeasurement(IFittedEmulator emulator, TrainingSet test)
    {
        _emulator = emulator;
        _test = test;
        int m = test.OutputDimension;
        var values = new double[test.Count * m];
        _true = new double[test.Count];
        _predicted = new double[test.Count];
        emulator.PredictBatch(test.Inputs, values, _predicted);
        for (int i = 0; i < test.Count; i++)
            _true[i] = LargestError.Of(values.AsSpan(i * m, m), test.Output(i));

        _answered = [.. Enumerable.Range(0, test.Count).Where(i => double.IsFinite(_predicted[i]) && double.IsFinite(_true[i]))];
    }

    public CalibrationReport Report(IReadOnlyList<double> levels, Func<double[], string>? region) => new()
    {
        Points = _test.Count,
        Answered = _answered.Length,
        RootMeanSquareError = RootMeanSquare(_answered),
        LargestError = _answered.Length == 0 ? double.NaN : _answered.Max(i => _true[i]),
        OutputDeviation = Enumerable.Range(0, _test.OutputDimension).Max(Deviation),
        Levels = _emulator is ICalibratedEmulator calibrated && !double.IsNaN(calibrated.DecisionLevel)
            ? [.. levels.Select(level => Level(level, calibrated.ErrorScale(level)))]
            : [Level(double.NaN, 1)],
        Regions = region is null ? [.. Fifths("centre", ByDistance()), .. Fifths("bar", _predicted)] : Named(region),
    };

    private LevelCoverage Level(double level, double scale)
    {
        double coverage = Coverage(_answered, scale);
        double[] bars = [.. _answered.Select(i => scale * _predicted[i]).Order()];
        return new LevelCoverage(
            level,
            coverage,
            Math.Sqrt(coverage * (1 - coverage) / _answered.Length),
            bars.Length == 0 ? double.NaN : bars.Average(),
            bars.Length == 0 ? double.NaN : Quantiles.Interpolated(bars, 0.5));
    }

    private RegionCoverage[] Named(Func<double[], string> region) =>
        [.. _answered.GroupBy(i => region(_test.Input(i).ToArray()), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Region(group.Key, [.. group]))];

    private IEnumerable<RegionCoverage> Fifths(string name, double[] key)
    {
        int[] order = [.. _answered.OrderBy(i => key[i])];
        for (int part = 0; part < Parts; part++)
        {
            int from = part * order.Length / Parts;
            int to = (part + 1) * order.Length / Parts;
            yield return Region($"{name}, fifth {part + 1} of {Parts}", order[from..to]);
        }
    }

    private RegionCoverage Region(string name, int[] points) => new(
        name, points.Length, Coverage(points, 1), RootMeanSquare(points), points.Length == 0 ? double.NaN : points.Average(i => _predicted[i]));

    /// <summary>Squared distance from the centre of the test points, every component in units of its standard deviation.</summary>
    private double[] ByDistance()
    {
        var distances = new double[_test.Count];
        for (int k = 0; k < _test.InputDimension; k++)
        {
            int component = k;
            double[] column = [.. Enumerable.Range(0, _test.Count).Select(i => _test.Input(i)[component])];
            (double mean, double deviation) = Moments(column);
            for (int i = 0; i < column.Length && deviation > 0; i++)
                distances[i] += Math.Pow((column[i] - mean) / deviation, 2);
        }

        return distances;
    }

    private double Coverage(int[] points, double scale) =>
        points.Length == 0 ? double.NaN : points.Count(i => _true[i] <= scale * _predicted[i]) / (double)points.Length;

    private double RootMeanSquare(int[] points) =>
        points.Length == 0 ? double.NaN : Math.Sqrt(points.Average(i => _true[i] * _true[i]));

    private double Deviation(int component) =>
        Moments([.. Enumerable.Range(0, _test.Count).Select(i => _test.Output(i)[component])]).Deviation;

    private static (double Mean, double Deviation) Moments(double[] numbers)
    {
        double mean = numbers.Average();
        return (mean, Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean))));
    }
}
