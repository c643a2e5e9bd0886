namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public partial class OneCycleLR
                {
                    /// <summary>How the rates go from one limit to the next.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Along half a wave of the cosine.</summary>
                        Cos = 0,

                        /// <summary>Along a line.</summary>
                        Linear = 1,
                    }
                }
            }
        }
    }
}
