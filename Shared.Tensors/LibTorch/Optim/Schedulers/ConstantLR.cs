namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rates times a factor, until a number of epochs has passed.</summary>
                public sealed class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _total;

                    /// <summary>Starts the schedule.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="factor">The factor. Range: 0 to 1.</param>
                    /// <param name="total_iters">How many epochs the factor holds.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        if (factor is not (>= 0 and <= 1))
                            throw new ArgumentOutOfRangeException(nameof(factor), factor,
                                "Constant multiplicative factor expected to be between 0 and 1.");
                        _factor = factor;
                        _total = total_iters;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr() =>
                        Epoch == 0 ? Rates(rate => rate * _factor) : Epoch == _total ? Rates(rate => rate * (1 / _factor)) : Rates();

                    private protected override double[] ClosedForm() => FromBase(rate => rate * (_factor + (Epoch >= _total ? 1 - _factor : 0)));
                }
            }
        }
    }
}
