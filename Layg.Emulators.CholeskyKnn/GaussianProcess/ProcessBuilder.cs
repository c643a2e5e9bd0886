using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Builds the posterior process of outputs that share hyper-parameters.</summary>
internal static class ProcessBuilder
{
    /// <summary>Raising the noise this often, tenfold each time, gives up.</summary>
    private const int Attempts = 8;

    /// <summary>Builds the process over all points.</summary>
    /// <param name="options">Kernel, and when to be local.</param>
    /// <param name="outputs">Where the outputs stand among all outputs.</param>
    /// <param name="found">Their hyper-parameters. The noise is raised where the covariance is not positive definite.</param>
    /// <param name="points">Standardised points, row-major.</param>
    /// <param name="columns">Standardised values, a column per output of the process.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static Process Build(
        GaussianProcessOptions options, int[] outputs, Hyperparameters found, double[] points, double[][] columns, CancellationToken cancellationToken)
    {
        int dimension = found.LengthScales.Length;
        int count = points.Length / dimension;
        var scaled = new double[points.Length];
        for (int i = 0; i < points.Length; i++)
            scaled[i] = points[i] / found.LengthScales[i % dimension];
        var values = new double[count * columns.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = columns[i % columns.Length][i / columns.Length];

        if (count > options.ExactPoints)
            return Local(options.Kernel, Math.Min(options.LocalNeighbours, count - 1), outputs, found, scaled, values);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (Exact(options.Kernel, options.LocalNeighbours, outputs, found, scaled, values, solved: false, cancellationToken) is { } process)
                return process;
            found = found with { Noise = found.Noise * 10 };
        }

        throw new EmulatorFitException($"The covariance of the {count} points is not positive definite; raise {nameof(GaussianProcessOptions.Nugget)}.");
    }

    /// <summary>A process whose predictions use the nearest points.</summary>
    public static Process Local(
        CovarianceKernel kernel, int neighbours, int[] outputs, Hyperparameters found, double[] scaled, double[] values) => new()
        {
            Outputs = outputs,
            Kernel = kernel,
            Hyperparameters = found,
            Points = OutputTable.Of(scaled, found.LengthScales.Length),
            Index = NeighbourIndex.Build(scaled, found.LengthScales.Length),
            Neighbours = neighbours,
            Values = OutputTable.Of(values, outputs.Length),
            Factor = null,
        };

    /// <summary>A process over all points; null where their covariance cannot be factorised.</summary>
    /// <param name="kernel">The covariance function.</param>
    /// <param name="neighbours">Points of a local prediction.</param>
    /// <param name="outputs">Where the outputs stand among all outputs.</param>
    /// <param name="found">Their hyper-parameters.</param>
    /// <param name="scaled">The points in units of the length scales, row-major.</param>
    /// <param name="values">Standardised values, row-major.</param>
    /// <param name="solved">Whether the values are already multiplied with the inverse factor.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static Process? Exact(
        CovarianceKernel kernel, int neighbours, int[] outputs, Hyperparameters found, double[] scaled, double[] values, bool solved,
        CancellationToken cancellationToken)
    {
        int dimension = found.LengthScales.Length;
        int count = scaled.Length / dimension;
        var rows = new double[count][];
        var scratch = new double[count];
        for (int i = 0; i < count; i++)
        {
            var row = new double[i + 1];
            for (int j = 0; j < i; j++)
            {
                for (int k = 0; k < dimension; k++)
                {
                    double difference = scaled[(i * dimension) + k] - scaled[(j * dimension) + k];
                    row[j] += difference * difference;
                }
            }

            Covariance.Correlate(kernel, row.AsSpan(0, i), scratch);
            row[i] = 1 + found.Noise;
            rows[i] = row;
        }

        if (TriangularFactor.Of(rows, cancellationToken) is not { } factor)
            return null;
        return new Process
        {
            Outputs = outputs,
            Kernel = kernel,
            Hyperparameters = found,
            Points = OutputTable.Of(scaled, dimension),
            Index = null,
            Neighbours = neighbours,
            Values = OutputTable.Of(solved ? values : Solve(factor, values, outputs.Length), outputs.Length),
            Factor = factor,
        };
    }

    private static double[] Solve(TriangularFactor factor, double[] values, int width)
    {
        var solved = new double[values.Length];
        for (int i = 0; i < factor.Count; i++)
        {
            ReadOnlySpan<double> row = factor.Row(i);
            for (int c = 0; c < width; c++)
            {
                double value = values[(i * width) + c];
                for (int j = 0; j < i; j++)
                    value -= row[j] * solved[(j * width) + c];
                solved[(i * width) + c] = value / row[i];
            }
        }

        return solved;
    }
}
