namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What stands between the linear layers of a transformer.</summary>
        public enum Activations
        {
            /// <summary>Rectified linear units.</summary>
            ReLU = 0,

            /// <summary>Gaussian error linear units.</summary>
            GELU = 1,
        }
    }
}
