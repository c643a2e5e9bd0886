namespace TorchSharp;

public static partial class torch
{
    /// <summary>Probability distributions over tensors: samples, densities, moments and what is differentiable of them.</summary>
    public static partial class distributions
    {
        /// <summary>A number as a parameter that belongs to its distribution.</summary>
        private static Tensor Own(double value) => tensor(value).DetachFromDisposeScope();

        /// <inheritdoc cref="Own(double)"/>
        private static Tensor Own(float value) => tensor(value).DetachFromDisposeScope();
    }
}
