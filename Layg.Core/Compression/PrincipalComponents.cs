using System.Numerics.Tensors;

namespace Layg;

/// <summary>The few directions in which output vectors vary most. Immutable.</summary>
/// <param name="Mean">The mean output [m].</param>
/// <param name="Directions">Orthonormal directions, row by row [components, m].</param>
internal sealed record PrincipalComponents(double[] Mean, double[][] Directions)
{
    public int Count => Directions.Length;

    /// <summary>The points with scores for outputs.</summary>
    public TrainingSet Compress(TrainingSet points)
    {
        var scores = new double[points.Count * Count];
        var centred = new double[Mean.Length];
        for (int i = 0; i < points.Count; i++)
        {
            TensorPrimitives.Subtract(points.Output(i), Mean, centred);
            for (int k = 0; k < Count; k++)
                scores[(i * Count) + k] = TensorPrimitives.Dot<double>(Directions[k], centred);
        }

        return new TrainingSet(points.Inputs.ToArray(), scores, points.InputDimension, Count);
    }

    public void Expand(ReadOnlySpan<double> scores, Span<double> output)
    {
        Mean.CopyTo(output);
        for (int k = 0; k < Count; k++)
            TensorPrimitives.MultiplyAdd(Directions[k], scores[k], output, output);
    }
}
