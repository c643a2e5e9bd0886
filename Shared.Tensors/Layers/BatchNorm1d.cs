using TorchSharp;

namespace Shared.Tensors.Layers;

/// <summary>Batch normalization of vectors, batch by channels, or sequences, batch by channels by length.</summary>
/// <inheritdoc/>
public sealed class BatchNorm1d : BatchNorm
{
    /// <summary>Factors 1 and summands 0.</summary>
    /// <param name="channels">Channels: the second dimension.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The share of a batch in the running statistics, in [0, 1].</param>
    /// <param name="affine">Whether factors and summands per channel are learned.</param>
    /// <param name="trackRunningStats">Whether there are running statistics; without, the batch's are always used.</param>
    /// <param name="device">Where the parameters are; null for the processor.</param>
    /// <param name="dtype">The parameters' type; null for the default one.</param>
    public BatchNorm1d(long channels, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool trackRunningStats = true,
        torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(nameof(BatchNorm1d), channels, eps, momentum, affine, trackRunningStats, device, dtype)
    {
    }

    private protected override void CheckDimensions(long dimensions)
    {
        if (dimensions is not (2 or 3))
            throw new ArgumentException($"The input has {dimensions} dimensions; BatchNorm1d takes 2 or 3.", nameof(dimensions));
    }
}
