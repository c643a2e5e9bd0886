namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The momentum of a group, or the first of its decay rates.</summary>
                internal static class CyclicMomentum
                {
                    internal static void Check(ILearningRateController[] groups)
                    {
                        if (groups.Any(group => group is not (IMomentum or IBetas)))
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled",
                                "optimizer");
                    }

                    internal static void Set(ILearningRateController group, double value)
                    {
                        if (group is IMomentum momentum)
                            momentum.Momentum = value;
                        else if (group is IBetas betas)
                            betas.Betas = (value, betas.Betas.Item2);
                    }
                }
            }
        }
    }
}
