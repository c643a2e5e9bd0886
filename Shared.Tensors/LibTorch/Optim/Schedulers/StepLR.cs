namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rates times gamma, every so many epochs.</summary>
                public sealed class StepLR : LRScheduler
                {
                    private readonly int _size;
                    private readonly double _gamma;

                    /// <summary>Starts the schedule.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="step_size">How many epochs a rate stays. Range: at least 1.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        ArgumentOutOfRangeException.ThrowIfLessThan(step_size, 1);
                        _size = step_size;
                        _gamma = gamma;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr() => Epoch == 0 || Epoch % _size != 0 ? Rates() : Rates(rate => rate * _gamma);

                    private protected override double[] ClosedForm() => FromBase(rate => rate * Math.Pow(_gamma, Epoch / _size));
                }
            }
        }
    }
}
