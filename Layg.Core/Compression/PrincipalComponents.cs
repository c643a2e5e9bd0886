using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Layg;

/// <summary>The few directions in which output vectors vary most. Immutable.</summary>
/// <param name="Mean">The mean output [m].</param>
/// <param name="Directions">Orthonormal directions, row by row [components, m].</param>
internal sealed record PrincipalComponents(double[] Mean, double[][] Directions)
{
    public int Count => Directions.Length;

    public static PrincipalComponents Of(TrainingSet points, PrincipalComponentOptions options)
    {
        int m = points.OutputDimension;
        var mean = new double[m];
        for (int i = 0; i < points.Count; i++)
        {
            for (int c = 0; c < m; c++)
                mean[c] += points.Output(i)[c] / points.Count;
        }

        Matrix<double> centred = DenseMatrix.Create(points.Count, m, (i, c) => points.Output(i)[c] - mean[c]);

        // The smaller of the two product matrices has the same variances.
        bool wide = m > points.Count;
        var eigen = (wide ? centred.TransposeAndMultiply(centred) : centred.TransposeThisAndMultiply(centred)).Evd(Symmetricity.Symmetric);
        int[] order = [.. Enumerable.Range(0, eigen.EigenValues.Count).OrderByDescending(k => eigen.EigenValues[k].Real)];
        double[] variances = [.. order.Select(k => Math.Max(eigen.EigenValues[k].Real, 0))];
        double wanted = options.ExplainedVariance * variances.Sum();
        int kept = 0;
        for (double sum = 0; kept < Math.Min(variances.Length, options.MaximumComponents) && (kept == 0 || sum < wanted); kept++)
            sum += variances[kept];
        return new PrincipalComponents(mean, [.. order.Take(kept).Select(Direction)]);

        double[] Direction(int k)
        {
            Vector<double> vector = eigen.EigenVectors.Column(k);
            if (wide)
                vector = centred.TransposeThisAndMultiply(vector);
            double length = vector.L2Norm();
            return length > 0 ? (vector / length).ToArray() : new double[m];
        }
    }

    /// <summary>The points with scores for outputs.</summary>
    public TrainingSet Compress(TrainingSet points)
    {
        var scores = new double[points.Count * Count];
        for (int i = 0; i < points.Count; i++)
        {
            for (int k = 0; k < Count; k++)
            {
                double score = 0;
                for (int c = 0; c < Mean.Length; c++)
                    score += Directions[k][c] * (points.Output(i)[c] - Mean[c]);
                scores[(i * Count) + k] = score;
            }
        }

        return new TrainingSet(points.Inputs.ToArray(), scores, points.InputDimension, Count);
    }

    public void Expand(ReadOnlySpan<double> scores, Span<double> output)
    {
        Mean.CopyTo(output);
        for (int k = 0; k < Count; k++)
        {
            for (int c = 0; c < output.Length; c++)
                output[c] += scores[k] * Directions[k][c];
        }
    }
}
