namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public partial class CyclicLR
                {
                    /// <summary>How the largest rates change from cycle to cycle.</summary>
                    public enum Mode
                    {
                        /// <summary>They stay.</summary>
                        Triangular = 0,

                        /// <summary>They come half as far above the smallest in every cycle.</summary>
                        Triangular2 = 1,

                        /// <summary>They come nearer to the smallest by a factor in every epoch.</summary>
                        ExpRange = 2,
                    }

                    /// <summary>Of what a user's scale is a function.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>Of the cycle, from 1 on.</summary>
                        Cycle = 0,

                        /// <summary>Of the epoch.</summary>
                        Iterations = 1,
                    }
                }
            }
        }
    }
}
