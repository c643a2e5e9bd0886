using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A linear map of the last dimension, with weights and bias uniform within 1 / sqrt(inputs).</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="outputSize">Outputs.</param>
        /// <param name="hasBias">Whether a learned constant is added.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);
    }
}
