namespace SampleSupport;

/// <summary>A two-dimensional histogram, smoothed, from which regions of highest density are drawn.</summary>
internal sealed class DensityGrid
{
    private const int Cells = 56;
    private const double SmoothingCells = 1.5;
    private readonly double[,] _mass;
    private readonly (double Low, double High) _x;
    private readonly (double Low, double High) _y;

    /// <summary>Counts the points that lie in the rectangle.</summary>
    public DensityGrid(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, (double Low, double High) xRange, (double Low, double High) yRange)
    {
        _x = xRange;
        _y = yRange;
        var counts = new double[Cells, Cells];
        for (int i = 0; i < xs.Length; i++)
        {
            int column = (int)Math.Floor((xs[i] - xRange.Low) / (xRange.High - xRange.Low) * Cells);
            int row = (int)Math.Floor((ys[i] - yRange.Low) / (yRange.High - yRange.Low) * Cells);
            if (column is >= 0 and < Cells && row is >= 0 and < Cells)
                counts[column, row] += 1.0 / xs.Length;
        }

        _mass = Smooth(Smooth(counts, alongX: true), alongX: false);
    }

    /// <summary>The closed outlines of the smallest region that holds a share of the mass, in the data's units.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Region(double share) =>
        ContourTracer.Trace(_mass, Threshold(share))
            .Select(loop => (IReadOnlyList<(double X, double Y)>)loop
                .Select(p => (_x.Low + (p.X + 0.5) * (_x.High - _x.Low) / Cells, _y.Low + (p.Y + 0.5) * (_y.High - _y.Low) / Cells))
                .ToList())
            .ToList();

    private double Threshold(double share)
    {
        double[] sorted = [.. _mass.Cast<double>().OrderDescending()];
        double wanted = share * sorted.Sum();
        double sum = 0;
        foreach (double mass in sorted)
        {
            sum += mass;
            if (sum >= wanted)
                return mass;
        }

        return 0;
    }

    private static double[,] Smooth(double[,] source, bool alongX)
    {
        int reach = (int)Math.Ceiling(3 * SmoothingCells);
        var kernel = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++)
            kernel[k + reach] = Math.Exp(-0.5 * k * k / (SmoothingCells * SmoothingCells));
        double total = kernel.Sum();
        var target = new double[Cells, Cells];
        for (int i = 0; i < Cells; i++)
        {
            for (int j = 0; j < Cells; j++)
            {
                for (int k = -reach; k <= reach; k++)
                {
                    (int a, int b) = alongX ? (i + k, j) : (i, j + k);
                    if (a is >= 0 and < Cells && b is >= 0 and < Cells)
                        target[i, j] += kernel[k + reach] / total * source[a, b];
                }
            }
        }

        return target;
    }
}
