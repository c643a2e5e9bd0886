namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a simple recurrent network applies to its state.</summary>
        public enum NonLinearities
        {
            /// <summary>The rectifier.</summary>
            ReLU = 0,

            /// <summary>The hyperbolic tangent.</summary>
            Tanh = 1,
        }
    }
}
