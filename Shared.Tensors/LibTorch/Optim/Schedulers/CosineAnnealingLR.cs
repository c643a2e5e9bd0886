namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Half a wave of the cosine, from the initial rates to the smallest one and back.</summary>
                public sealed class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _half;
                    private readonly double _smallest;

                    /// <summary>Starts the schedule.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="T_max">How many epochs until the smallest rate. Range: above 0.</param>
                    /// <param name="eta_min">The smallest rate.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_max);
                        _half = T_max;
                        _smallest = eta_min;
                        Start();
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                            return Rates();
                        if (StepCount == 1)
                            return ClosedForm();
                        var rates = Rates();
                        if ((Epoch - 1 - _half) % (2 * _half) == 0)
                            return BaseRates.Select((start, i) => rates[i] + ((start - _smallest) * (1 - Math.Cos(Math.PI / _half)) / 2));
                        return Rates(rate => ((1 + Math.Cos(Math.PI * Epoch / _half)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _half)) * (rate - _smallest)) + _smallest);
                    }

                    private protected override double[] ClosedForm() =>
                        FromBase(rate => _smallest + ((rate - _smallest) * (1 + Math.Cos(Math.PI * Epoch / _half)) / 2));
                }
            }
        }
    }
}
