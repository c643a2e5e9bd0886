namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lower rates when what is watched has stopped to improve.</summary>
                public sealed class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _wantsLess;
                    private readonly bool _isRelative;
                    private readonly double _factor;
                    private readonly double _threshold;
                    private readonly double _smallestChange;
                    private readonly int _patience;
                    private readonly int _cooldown;
                    private readonly double[] _smallest;
                    private double _best;
                    private int _badEpochs;
                    private int _cooldownLeft;

                    /// <summary>Starts to watch.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="mode">Whether "min" or "max" is better.</param>
                    /// <param name="factor">By what the rates are multiplied. Range: below 1.</param>
                    /// <param name="patience">How many epochs without improvement are allowed.</param>
                    /// <param name="threshold">How much better counts as an improvement.</param>
                    /// <param name="threshold_mode">Whether that is "rel", a share of the best value, or "abs", a difference.</param>
                    /// <param name="cooldown">How many epochs after a change are not counted.</param>
                    /// <param name="min_lr">The smallest rates, one of each group; 0 without them.</param>
                    /// <param name="eps">Smaller changes are not made.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10,
                        double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8,
                            bool verbose = false)
                        : base(optimizer, -1)
                    {
                        if (mode is not ("min" or "max"))
                            throw new ArgumentException($"mode {mode} is unknown! Allowed: min, max.", nameof(mode));
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException($"threshold mode {threshold_mode} is unknown! Allowed: rel, abs.",
                                nameof(threshold_mode));
                        if (!(factor < 1))
                            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Factor should be < 1.0.");
                        _wantsLess = mode == "min";
                        _isRelative = threshold_mode == "rel";
                        _factor = factor;
                        _patience = patience;
                        _threshold = threshold;
                        _cooldown = cooldown;
                        _smallestChange = eps;
                        _smallest = OnePerGroup(min_lr ?? new double[Groups.Length], nameof(min_lr));
                        _best = _wantsLess ? double.PositiveInfinity : double.NegativeInfinity;
                        Epoch = 0;
                        RememberRates();
                    }

                    /// <summary>Always throws: the schedule needs the value that it watches.</summary>
                    public override void step() => step((int?)null);

                    /// <summary>Always throws: the schedule needs the value that it watches.</summary>
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("ReduceLROnPlateau needs the current value; call step(current).");

                    /// <inheritdoc/>
                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (IsBetter(current))
                        {
                            _best = current;
                            _badEpochs = 0;
                        }
                        else
                        {
                            _badEpochs++;
                        }
                        if (_cooldownLeft > 0)
                        {
                            _cooldownLeft--;
                            _badEpochs = 0;
                        }
                        if (_badEpochs > _patience)
                        {
                            Reduce();
                            _cooldownLeft = _cooldown;
                            _badEpochs = 0;
                        }
                        RememberRates();
                    }

                    private void Reduce()
                    {
                        for (var i = 0; i < Groups.Length; i++)
                        {
                            var rate = Math.Max(Groups[i].LearningRate * _factor, _smallest[i]);
                            if (Groups[i].LearningRate - rate > _smallestChange)
                                Groups[i].LearningRate = rate;
                        }
                    }

                    private bool IsBetter(double current) => (_wantsLess, _isRelative) switch
                    {
                        (true, true) => current < _best * (1 - _threshold),
                        (true, false) => current < _best - _threshold,
                        (false, true) => current > _best * (_threshold + 1),
                        _ => current > _best + _threshold,
                    };
                }
            }
        }
    }
}
