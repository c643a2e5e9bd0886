namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rates times gamma, at the given epochs.</summary>
                public sealed class MultiStepLR : LRScheduler
                {
                    private readonly int[] _milestones;
                    private readonly double _gamma;

                    /// <summary>Starts the schedule.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="milestones">The epochs; one that stands twice counts twice.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        ArgumentNullException.ThrowIfNull(milestones);
                        _milestones = [.. milestones];
                        _gamma = gamma;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr()
                    {
                        var times = _milestones.Count(epoch => epoch == Epoch);
                        return times == 0 ? Rates() : Rates(rate => rate * Math.Pow(_gamma, times));
                    }

                    private protected override double[] ClosedForm() => FromBase(rate => rate * Math.Pow(_gamma,
                        _milestones.Count(epoch => epoch <= Epoch)));
                }
            }
        }
    }
}
