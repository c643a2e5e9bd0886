using TorchSharp;

namespace Shared.Tensors;

/// <summary>Schedules of learning rates that the torch surface has under no name that all its versions share.</summary>
public static class Schedules
{
    /// <summary>The initial rates times a factor that grows or falls linearly with the epochs, and then stays.</summary>
    /// <param name="optimizer">The optimizer whose rates are set.</param>
    /// <param name="startFactor">The first factor. Range: above 0, at most 1.</param>
    /// <param name="endFactor">The last factor. Range: 0 to 1.</param>
    /// <param name="epochs">After how many epochs the last factor is reached. Range: at least 1.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static torch.optim.lr_scheduler.LRScheduler Linear(torch.optim.Optimizer optimizer, double startFactor = 1.0 / 3,
        double endFactor = 1, int epochs = 5)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (startFactor is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(startFactor), startFactor, "The first factor must be above 0 and at most 1.");
        if (endFactor is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(endFactor), endFactor, "The last factor must be 0 to 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        return torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => startFactor + ((endFactor - startFactor) * Math.Min(epoch, epochs) / epochs));
    }

    /// <summary>The initial rates times a power of the share of epochs that is left.</summary>
    /// <param name="optimizer">The optimizer whose rates are set.</param>
    /// <param name="epochs">After how many epochs the rates are 0. Range: at least 1.</param>
    /// <param name="power">The power.</param>
    /// <exception cref="ArgumentException">The number of epochs is below 1.</exception>
    public static torch.optim.lr_scheduler.LRScheduler Polynomial(torch.optim.Optimizer optimizer, int epochs = 5, double power = 1)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        return torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => Math.Pow(1 - ((double)Math.Min(epoch, epochs) / epochs), power));
    }
}
