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

        /// <inheritdoc cref="Own(double)"/>
        private static Tensor? Own(double? value) => value is { } number ? Own(number) : null;

        /// <inheritdoc cref="Own(double)"/>
        private static Tensor? Own(float? value) => value is { } number ? Own(number) : null;

        /// <summary>A number as a row of one category.</summary>
        private static Tensor? Row(double? value) => value is { } number ? tensor([number]).DetachFromDisposeScope() : null;

        /// <inheritdoc cref="Row(double?)"/>
        private static Tensor? Row(float? value) => value is { } number ? tensor([number]).DetachFromDisposeScope() : null;
    }
}
