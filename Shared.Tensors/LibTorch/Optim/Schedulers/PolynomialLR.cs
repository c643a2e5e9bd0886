namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rates times a power of the share of epochs that is left.</summary>
                public sealed class PolynomialLR : LRScheduler
                {
                    private readonly int _total;
                    private readonly double _power;

                    internal PolynomialLR(Optimizer optimizer, int total_iters, double power, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        ArgumentOutOfRangeException.ThrowIfLessThan(total_iters, 1);
                        _total = total_iters;
                        _power = power;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0 || Epoch > _total)
                            return Rates();
                        var factor = Math.Pow((1 - ((double)Epoch / _total)) / (1 - ((double)(Epoch - 1) / _total)), _power);
                        return Rates(rate => rate * factor);
                    }

                    private protected override double[] ClosedForm() =>
                        FromBase(rate => rate * Math.Pow(1 - ((double)Math.Min(_total, Epoch) / _total), _power));
                }
            }
        }
    }
}
