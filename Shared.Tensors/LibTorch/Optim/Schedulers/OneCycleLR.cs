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
                /// Rates that rise once and then fall far below where they started. <b>Source:</b> Smith &amp; Topin (2018),
                /// "Super-Convergence".
                /// </summary>
                public sealed partial class OneCycleLR : LRScheduler
                {
                    private readonly int _total;
                    private readonly (double End, Func<int, double> FromRate, Func<int, double> ToRate, double FromMomentum,
                        double ToMomentum)[] _phases;
                    private readonly bool _isCosine;
                    private readonly double[]? _smallestMomenta;
                    private readonly double[]? _largestMomenta;

                    /// <summary>Starts the cycle.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="max_lr">The largest rates.</param>
                    /// <param name="total_steps">How many steps the cycle has; -1 for epochs times steps of an epoch.</param>
                    /// <param name="epochs">How many epochs.</param>
                    /// <param name="steps_per_epoch">How many steps an epoch has.</param>
                    /// <param name="pct_start">The share of steps in which the rates rise. Range: 0 to 1.</param>
                    /// <param name="anneal_strategy">How the rates go from one limit to the next.</param>
                    /// <param name="cycle_momentum">Whether the momentum falls while the rates rise.</param>
                    /// <param name="base_momentum">The smallest momentum.</param>
                    /// <param name="max_momentum">The largest momentum.</param>
                    /// <param name="div_factor">The largest rates divided by the first ones.</param>
                    /// <param name="final_div_factor">The first rates divided by the last ones.</param>
                    /// <param name="three_phase">Whether the rates fall to the first ones as fast as they rose, before they go
                    /// on to the last ones.</param>
                    /// <param name="last_epoch">The last step; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1,
                        int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch)
                    {
                        _total = Total(total_steps, epochs, steps_per_epoch);
                        if (pct_start is not (>= 0 and <= 1))
                            throw new ArgumentOutOfRangeException(nameof(pct_start), pct_start,
                                "Expected float between 0 and 1 pct_start.");
                        _isCosine = anneal_strategy == AnnealStrategy.Cos;
                        var largest = OnePerGroup(max_lr, nameof(max_lr));
                        BaseRates = Array.ConvertAll(largest, rate => rate / div_factor);
                        for (var i = 0; i < Groups.Length; i++)
                            Groups[i].InitialLearningRate = BaseRates[i];
                        if (cycle_momentum)
                        {
                            CyclicMomentum.Check(Groups);
                            _smallestMomenta = OnePerGroup(base_momentum ?? Groups.Select(_ => 0.85), nameof(base_momentum));
                            _largestMomenta = OnePerGroup(max_momentum ?? Groups.Select(_ => 0.95), nameof(max_momentum));
                        }

                        // Momenta by their share between the smallest and the largest.
                        double First(int group) => BaseRates[group];
                        double Largest(int group) => largest[group];
                        double Last(int group) => BaseRates[group] / final_div_factor;
                        var rise = pct_start * _total;
                        _phases = three_phase
                            ? [(rise - 1, First, Largest, 1, 0), ((2 * rise) - 2, Largest, First, 0, 1), (_total - 1, First, Last, 1, 1)]
                            : [(rise - 1, First, Largest, 1, 0), (_total - 1, Largest, Last, 0, 1)];
                        Start();
                    }

                    /// <summary>Starts the cycle, with equal limits for all groups.</summary>
                    /// <param name="optimizer">The optimizer whose rates are set.</param>
                    /// <param name="max_lr">The largest rates.</param>
                    /// <param name="total_steps">How many steps the cycle has; -1 for epochs times steps of an epoch.</param>
                    /// <param name="epochs">How many epochs.</param>
                    /// <param name="steps_per_epoch">How many steps an epoch has.</param>
                    /// <param name="pct_start">The share of steps in which the rates rise. Range: 0 to 1.</param>
                    /// <param name="anneal_strategy">How the rates go from one limit to the next.</param>
                    /// <param name="cycle_momentum">Whether the momentum falls while the rates rise.</param>
                    /// <param name="base_momentum">The smallest momentum.</param>
                    /// <param name="max_momentum">The largest momentum.</param>
                    /// <param name="div_factor">The largest rates divided by the first ones.</param>
                    /// <param name="final_div_factor">The first rates divided by the last ones.</param>
                    /// <param name="three_phase">Whether the rates fall to the first ones as fast as they rose, before they go
                    /// on to the last ones.</param>
                    /// <param name="last_epoch">The last step; -1 to start.</param>
                    /// <param name="verbose">Has no effect.</param>
                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, optimizer.ParamGroups.Select(_ => max_lr), total_steps, epochs, steps_per_epoch,
                            pct_start, anneal_strategy,
                            cycle_momentum, optimizer.ParamGroups.Select(_ => base_momentum),
                                optimizer.ParamGroups.Select(_ => max_momentum), div_factor,
                            final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <inheritdoc/>
                    public override IEnumerable<double> get_lr()
                    {
                        if (Epoch > _total)
                            throw new InvalidOperationException($"Tried to step {Epoch + 1} times. The specified number of total steps is {_total}.");
                        var index = Array.FindIndex(_phases, phase => Epoch <= phase.End);
                        var present = _phases[index < 0 ? _phases.Length - 1 : index];
                        var begin = index switch { < 0 => _phases[^2].End, 0 => 0, _ => _phases[index - 1].End };
                        var share = (Epoch - begin) / (present.End - begin);
                        for (var i = 0; i < Groups.Length && _smallestMomenta is not null; i++)
                            CyclicMomentum.Set(Groups[i], Between(Momentum(i, present.FromMomentum), Momentum(i,
                                present.ToMomentum), share));
                        return Groups.Select((_, i) => Between(present.FromRate(i), present.ToRate(i), share));
                    }

                    private double Momentum(int group, double isLargest) =>
                        isLargest > 0 ? _largestMomenta![group] : _smallestMomenta![group];

                    private double Between(double start, double end, double share) =>
                        _isCosine ? end + ((start - end) / 2 * (Math.Cos(Math.PI * share) + 1)) : ((end - start) * share) + start;

                    private static int Total(int total_steps, int epochs, int steps_per_epoch)
                    {
                        if (total_steps == -1 && epochs == -1 && steps_per_epoch == -1)
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)",
                                nameof(total_steps));
                        if (total_steps != -1)
                        {
                            ArgumentOutOfRangeException.ThrowIfLessThan(total_steps, 1);
                            return total_steps;
                        }
                        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
                        ArgumentOutOfRangeException.ThrowIfLessThan(steps_per_epoch, 1);
                        return checked(epochs * steps_per_epoch);
                    }
                }
            }
        }
    }
}
