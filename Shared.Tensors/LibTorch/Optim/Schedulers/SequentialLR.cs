namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One schedule after the other.</summary>
                public sealed class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <summary>Starts the first schedule.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="schedulers">The schedules, all of this optimizer.</param>
                    /// <param name="milestones">The epochs at which the second and later ones begin.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                        int last_epoch = -1)
                        : base(optimizer, last_epoch)
                    {
                        ArgumentNullException.ThrowIfNull(schedulers);
                        ArgumentNullException.ThrowIfNull(milestones);
                        _schedulers = [.. schedulers];
                        _milestones = [.. milestones];
                        if (Array.FindIndex(_schedulers, one => !ReferenceEquals(one.Optimizer, optimizer)) is >= 0 and var stranger)
                        {
                            throw new ArgumentException("Sequential Schedulers expects all schedulers to belong to the same optimizer, but "
                                + $"got schedulers at index {stranger} to be different than the optimizer passed in.", nameof(schedulers));
                        }
                        if (_milestones.Length != _schedulers.Length - 1)
                        {
                            throw new ArgumentException("Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, "
                                + $"but got number of schedulers {_schedulers.Length} and the number of milestones to be equal to {_milestones.Length}.", nameof(milestones));
                        }
                        Epoch = last_epoch + 1;
                        foreach (var group in Groups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers)
                            scheduler.Epoch--;
                        _schedulers[0].Start();
                        RememberRates();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr() => Rates();

                    private protected override void Advance(int? epoch)
                    {
                        if (epoch is not null)
                            throw new NotSupportedException("Schedules in sequence only go on by one epoch.");
                        Epoch++;
                        var present = _milestones.Count(milestone => milestone <= Epoch);
                        if (present > 0 && _milestones[present - 1] == Epoch)
                            _schedulers[present].step((int?)0);
                        else
                            _schedulers[present].step();
                        RememberRates();
                    }
                }
            }
        }
    }
}
