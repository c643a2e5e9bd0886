using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>A learning rate that falls in a straight line: rate · max(smallest / rate, 1 - n / steps) at step n, for every group of parameters.</summary>
public sealed class LinearLearningRate
{
    private readonly optim.ILearningRateController[] _groups;
    private readonly double[] _initial;

    /// <summary>Starts from the present rates of an optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">After how many steps the line would reach 0. Range: at least 1.</param>
    /// <param name="smallest">What the rate does not fall below. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public LinearLearningRate(optim.Optimizer optimizer, long steps, double smallest = 0)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (!(smallest >= 0))
            throw new ArgumentOutOfRangeException(nameof(smallest), smallest, "The smallest rate must not be negative.");
        _groups = [.. optimizer.ParamGroups];
        _initial = [.. _groups.Select(static group => group.LearningRate)];
        Steps = steps;
        Smallest = smallest;
    }

    /// <summary>After how many steps the line would reach 0.</summary>
    public long Steps { get; }

    /// <summary>What the rate does not fall below.</summary>
    public double Smallest { get; }

    /// <summary>The rate of the first group at a step; the optimizer is left as it is.</summary>
    /// <param name="step">The step. Range: at least 0.</param>
    public double At(long step) => At(_initial[0], step);

    /// <summary>Sets the optimizer's rates to those of a step.</summary>
    /// <param name="step">The step, often that of the environment. Range: at least 0.</param>
    public void MoveTo(long step)
    {
        for (int i = 0; i < _groups.Length; i++)
            _groups[i].LearningRate = At(_initial[i], step);
    }

    private double At(double initial, long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Math.Max(Math.Min(Smallest, initial), initial * (1 - (step / (double)Steps)));
    }
}
