namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rates times a factor that grows or falls linearly with the epochs.</summary>
                public sealed class LinearLR : LRScheduler
                {
                    private readonly double _first;
                    private readonly double _last;
                    private readonly int _total;

                    internal LinearLR(Optimizer optimizer, double start_factor, double end_factor, int total_iters, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        if (start_factor is not (> 0 and <= 1))
                            throw new ArgumentOutOfRangeException(nameof(start_factor), start_factor,
                                "Starting multiplicative factor expected to be greater than 0 and less or equal to 1.");
                        if (end_factor is not (>= 0 and <= 1))
                            throw new ArgumentOutOfRangeException(nameof(end_factor), end_factor,
                                "Ending multiplicative factor expected to be between 0 and 1.");
                        _first = start_factor;
                        _last = end_factor;
                        _total = total_iters;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr() =>
                        Epoch == 0 ? Rates(rate => rate * _first)
                        : Epoch > _total ? Rates()
                        : Rates(rate => rate * (1 + ((_last - _first) / ((_total * _first) + ((Epoch - 1) * (_last - _first))))));

                    private protected override double[] ClosedForm() =>
                        FromBase(rate => rate * (_first + ((_last - _first) * Math.Min(_total, Epoch) / _total)));
                }
            }
        }
    }
}
