namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a type of floating-point numbers; of a complex one, those of its parts.</summary>
    public struct FInfo
    {
        /// <summary>The bits of a number.</summary>
        public int bits;

        /// <summary>The distance from 1 to the next larger number.</summary>
        public double eps;

        /// <summary>The largest number.</summary>
        public double max;

        /// <summary>The smallest number: the largest with its sign changed.</summary>
        public double min;

        /// <summary>The smallest positive number of full precision.</summary>
        public double tiny;
    }
}
