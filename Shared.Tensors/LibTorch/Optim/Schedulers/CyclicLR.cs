namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>
                /// Rates that rise and fall in cycles. <b>Source:</b> Smith (2017), "Cyclical Learning Rates for Training
                /// Neural Networks".
                /// </summary>
                public sealed partial class CyclicLR : LRScheduler
                {
                    private readonly double[] _largest;
                    private readonly double _cycleSize;
                    private readonly double _upShare;
                    private readonly Func<double, double> _scale;
                    private readonly bool _scalesByCycle;
                    private readonly double[]? _smallestMomenta;
                    private readonly double[]? _largestMomenta;

                    /// <summary>Starts the first cycle.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="base_lr">The smallest rates.</param>
                    /// <param name="max_lr">The largest rates.</param>
                    /// <param name="step_size_up">How many epochs the rates rise.</param>
                    /// <param name="step_size_down">How many they fall; -1 for as many.</param>
                    /// <param name="mode">How the largest rates change from cycle to cycle.</param>
                    /// <param name="gamma">The factor of an epoch in <see cref="impl.CyclicLR.Mode.ExpRange"/>.</param>
                    /// <param name="scale_fn">Another change of the largest rates, instead of the mode.</param>
                    /// <param name="scale_mode">Whether that is a function of the cycle, from 1 on, or of the epoch.</param>
                    /// <param name="cycle_momentum">Whether the momentum falls while the rates rise.</param>
                    /// <param name="base_momentum">The smallest momentum.</param>
                    /// <param name="max_momentum">The largest momentum.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        var smallest = OnePerGroup(base_lr, nameof(base_lr));
                        _largest = OnePerGroup(max_lr, nameof(max_lr));
                        ArgumentOutOfRangeException.ThrowIfLessThan(step_size_up, 1);
                        _cycleSize = (double)step_size_up + (step_size_down < 0 ? step_size_up : step_size_down);
                        _upShare = step_size_up / _cycleSize;
                        _scale = scale_fn ?? mode switch
                        {
                            Mode.Triangular => static _ => 1,
                            Mode.Triangular2 => static cycle => 1 / Math.Pow(2, cycle - 1),
                            Mode.ExpRange => epoch => Math.Pow(gamma, epoch),
                            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a mode."),
                        };
                        _scalesByCycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        if (cycle_momentum)
                        {
                            CyclicMomentum.Check(Groups);
                            _smallestMomenta = OnePerGroup(base_momentum ?? Groups.Select(_ => 0.8), nameof(base_momentum));
                            _largestMomenta = OnePerGroup(max_momentum ?? Groups.Select(_ => 0.9), nameof(max_momentum));
                        }
                        BaseRates = smallest;
                        Start();
                    }

                    /// <summary>Starts the first cycle, with equal limits for all groups.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="base_lr">The smallest rates.</param>
                    /// <param name="max_lr">The largest rates.</param>
                    /// <param name="step_size_up">How many epochs the rates rise.</param>
                    /// <param name="step_size_down">How many they fall; -1 for as many.</param>
                    /// <param name="mode">How the largest rates change from cycle to cycle.</param>
                    /// <param name="gamma">The factor of an epoch in <see cref="impl.CyclicLR.Mode.ExpRange"/>.</param>
                    /// <param name="scale_fn">Another change of the largest rates, instead of the mode.</param>
                    /// <param name="scale_mode">Whether that is a function of the cycle, from 1 on, or of the epoch.</param>
                    /// <param name="cycle_momentum">Whether the momentum falls while the rates rise.</param>
                    /// <param name="base_momentum">The smallest momentum.</param>
                    /// <param name="max_momentum">The largest momentum.</param>
                    /// <param name="last_epoch">The last epoch; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                        double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, optimizer.ParamGroups.Select(_ => base_lr),
                            optimizer.ParamGroups.Select(_ => max_lr), step_size_up, step_size_down, mode,
                            gamma, scale_fn, scale_mode, cycle_momentum, optimizer.ParamGroups.Select(_ => base_momentum),
                            optimizer.ParamGroups.Select(_ => max_momentum), last_epoch, verbose)
                    {
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + (Epoch / _cycleSize));
                        var place = 1 + (Epoch / _cycleSize) - cycle;
                        var height = place <= _upShare ? place / _upShare : (place - 1) / (_upShare - 1);
                        var scale = _scale(_scalesByCycle ? cycle : Epoch);
                        for (var i = 0; i < Groups.Length && _smallestMomenta is not null; i++)
                            CyclicMomentum.Set(Groups[i],
                                _largestMomenta![i] - ((_largestMomenta[i] - _smallestMomenta[i]) * height * scale));
                        return BaseRates.Select((rate, i) => rate + ((_largest[i] - rate) * height * scale));
                    }
                }
            }
        }
    }
}
