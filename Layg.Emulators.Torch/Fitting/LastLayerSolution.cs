using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>
/// The last layer as the solution of its linear least-squares problem with a ridge, which is chosen by the validation loss; or the trained
/// weights where they do better.
/// </summary>
internal sealed class LastLayerSolution
{
    private static readonly double[] Ridges = [1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3];

    private readonly double[] _root;
    private readonly double[] _residualDeviations;
    private readonly int _features;

    private LastLayerSolution(Tensor weights, Tensor bias, double[] root, double[] residualDeviations)
    {
        Weights = weights;
        Bias = bias;
        _root = root;
        _residualDeviations = residualDeviations;
        _features = (int)weights.shape[0];
    }

    /// <summary>[features, outputs].</summary>
    public Tensor Weights { get; }

    /// <summary>[1, outputs].</summary>
    public Tensor Bias { get; }

    /// <summary>Solves for one network.</summary>
    /// <param name="design">What the last layer gets at the training points, and a column of ones, times the points' weights [points, features + 1].</param>
    /// <param name="targets">Times the points' weights [points, outputs].</param>
    /// <param name="checks">The design at the validation points.</param>
    /// <param name="checkTargets">The targets at the validation points.</param>
    /// <param name="trainedWeights">[features, outputs].</param>
    /// <param name="trainedBias">[1, outputs].</param>
    /// <param name="replace">Whether the solution may replace the trained weights.</param>
    public static LastLayerSolution Of(
        Tensor design, Tensor targets, Tensor checks, Tensor checkTargets, Tensor trainedWeights, Tensor trainedBias, bool replace)
    {
        // Through the singular values, as squaring the features' condition number would cost half of the digits.
        (Tensor left, Tensor singular, Tensor right) = linalg.svd(design, fullMatrices: false);
        Tensor projected = left.t().matmul(targets);
        double largest = singular[0].item<double>();
        Tensor trained = cat([trainedWeights, trainedBias], 0);
        Tensor best = trained;
        double trainedLoss = Loss(checks, trained, checkTargets);
        double bestLoss = trainedLoss;
        double solvedLoss = double.PositiveInfinity;
        Tensor bestInverse = singular;
        foreach (double ridge in Ridges)
        {
            Tensor damped = singular.square() + (ridge * largest * largest);
            Tensor solved = right.t().matmul((singular / damped).unsqueeze(1) * projected);
            double loss = Loss(checks, solved, checkTargets);
            if (loss < solvedLoss)
            {
                solvedLoss = loss;
                bestInverse = damped;
            }

            if (replace && loss < bestLoss)
            {
                bestLoss = loss;
                best = solved;
            }
        }

        // Rows of right are the eigenvectors of the normal matrix.
        Tensor root = right.t() / bestInverse.sqrt();
        Tensor residuals = checks.matmul(best) - checkTargets;
        long p = design.shape[1] - 1;
        return new LastLayerSolution(
            best.narrow(0, 0, p), best.narrow(0, p, 1), root.contiguous().ToArray<double>(), residuals.square().mean([0L]).sqrt().ToArray<double>());
    }

    /// <summary>The spread of predictions that comes with the solution.</summary>
    public LastLayerPosterior Posterior(OutputTransform outputs)
    {
        double noise = 0;
        for (int c = 0; c < outputs.Dimension; c++)
            noise = Math.Max(noise, outputs.Scale[c] * _residualDeviations[c]);
        int columns = _root.Length / (_features + 1);
        return new LastLayerPosterior(new DenseLayer(_root.AsSpan(0, _features * columns), _root.AsSpan(_features * columns)), noise);
    }

    private static double Loss(Tensor design, Tensor weights, Tensor targets) => (design.matmul(weights) - targets).square().mean().item<double>();
}
