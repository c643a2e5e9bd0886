namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Maps that make distributions from others.</summary>
        public static partial class transforms
        {
        }
    }
}
