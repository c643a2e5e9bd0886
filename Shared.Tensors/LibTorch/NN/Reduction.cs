namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss makes of its elements' values.</summary>
        public enum Reduction : long
        {
            /// <summary>The values themselves, one per element.</summary>
            None = 0,

            /// <summary>Their mean; for class losses weighted by the classes' weights.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }
    }
}
