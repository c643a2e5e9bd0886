namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedules at once; each changes what the one before left.</summary>
                public sealed class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    /// <summary>Chains schedules of one optimizer.</summary>
                    /// <param name="schedulers">The schedules, at least one.</param>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                        : this([.. schedulers])
                    {
                    }

                    private ChainedLR(LRScheduler[] schedulers)
                        : base(schedulers.Length > 0 ? schedulers[0].Optimizer : throw new ArgumentException("There is no scheduler to chain.", nameof(schedulers)), -1)
                    {
                        if (Array.FindIndex(schedulers, one => !ReferenceEquals(one.Optimizer, Optimizer)) is >= 0 and var stranger)
                        {
                            throw new ArgumentException("ChainedScheduler expects all schedulers to belong to the same optimizer, but "
                                + $"got schedulers at index 0 and {stranger} to be different", nameof(schedulers));
                        }
                        _schedulers = schedulers;
                        RememberRates();
                    }

                    private protected override void Advance(int? epoch)
                    {
                        foreach (var scheduler in _schedulers)
                            scheduler.step(epoch);
                        RememberRates();
                    }
                }
            }
        }
    }
}
