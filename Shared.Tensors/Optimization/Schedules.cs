using TorchSharp;

namespace Shared.Tensors;

/// <summary>Schedules of learning rates that the torch surface has under no name that all its versions share.</summary>
public static class Schedules
{
    /// <summary>The rates times a factor that grows or falls linearly with the epochs, and then stays.</summary>
    /// <param name="optimizer">The optimizer whose rates are set.</param>
    /// <param name="startFactor">The first factor. Range: above 0, at most 1.</param>
    /// <param name="endFactor">The last factor. Range: 0 to 1.</param>
    /// <param name="epochs">After how many epochs the last factor is reached. Range: at least 1.</param>
    public static torch.optim.lr_scheduler.LRScheduler Linear(torch.optim.Optimizer optimizer, double startFactor = 1.0 / 3,
        double endFactor = 1, int epochs = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        return new torch.optim.lr_scheduler.impl.LinearLR(optimizer, startFactor, endFactor, epochs, -1);
    }

    /// <summary>The initial rates times a power of the share of epochs that is left.</summary>
    /// <param name="optimizer">The optimizer whose rates are set.</param>
    /// <param name="epochs">After how many epochs the rates are 0. Range: at least 1.</param>
    /// <param name="power">The power.</param>
    public static torch.optim.lr_scheduler.LRScheduler Polynomial(torch.optim.Optimizer optimizer, int epochs = 5, double power = 1) =>
        new torch.optim.lr_scheduler.impl.PolynomialLR(optimizer, epochs, power, -1);
}
