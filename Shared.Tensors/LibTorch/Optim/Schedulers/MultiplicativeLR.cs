namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The last rates times a function of the epoch.</summary>
                public sealed class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double>[] _factors;

                    /// <summary>Starts the schedule.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="lr_lambda">The factor by epoch.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        _factors = OnePerGroup(Groups.Select(_ => lr_lambda), nameof(lr_lambda));
                        Start();
                    }

                    /// <summary>Starts the schedule.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="lr_lambdas">The factor by epoch, one of each group.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        _factors = OnePerGroup(lr_lambdas, nameof(lr_lambdas));
                        Start();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr() => Epoch > 0 ? Rates().Select((rate,
                        i) => rate * _factors[i](Epoch)) : Rates();
                }
            }
        }
    }
}
