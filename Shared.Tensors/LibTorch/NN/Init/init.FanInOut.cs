namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>What keeps its variance: values forward or gradients backward.</summary>
            public enum FanInOut
            {
                /// <summary>The number of inputs of a unit: values forward.</summary>
                FanIn,

                /// <summary>The number of outputs that an input reaches: gradients backward.</summary>
                FanOut,
            }
        }
    }
}
