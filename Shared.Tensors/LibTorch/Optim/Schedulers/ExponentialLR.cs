namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rates times gamma, every epoch.</summary>
                public sealed class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    /// <summary>Starts the schedule.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        _gamma = gamma;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr() => Epoch == 0 ? Rates() : Rates(rate => rate * _gamma);

                    private protected override double[] ClosedForm() => FromBase(rate => rate * Math.Pow(_gamma, Epoch));
                }
            }
        }
    }
}
