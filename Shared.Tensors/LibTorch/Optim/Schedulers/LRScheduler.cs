namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups from step to step.</summary>
            /// <remarks>It counts how often it stepped; it writes nothing, whatever <c>verbose</c> says: read <see cref="get_last_lr"/>.</remarks>
            public abstract class LRScheduler
            {
                private double[] _lastRates = [];

                private protected LRScheduler(Optimizer optimizer, int last_epoch)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                    Groups = [.. optimizer.ParamGroups];
                    foreach (var group in Groups)
                    {
                        if (group.InitialLearningRate == 0)
                        {
                            if (last_epoch != -1)
                                throw new ArgumentException("A group has no initial learning rate, as it must to go on from a later epoch.", nameof(last_epoch));
                            group.InitialLearningRate = group.LearningRate;
                        }
                    }
                    BaseRates = Array.ConvertAll(Groups, group => group.InitialLearningRate);
                    Epoch = last_epoch;
                }

                internal Optimizer Optimizer { get; }

                /// <summary>How many steps were taken after the first value.</summary>
                internal int Epoch { get; set; }

                private protected ILearningRateController[] Groups { get; }

                private protected double[] BaseRates { get; set; }

                private protected int StepCount { get; private set; }

                /// <summary>The rates that the last step set, one of each group.</summary>
                public IEnumerable<double> get_last_lr() => _lastRates;

                /// <summary>
                /// The rates at the present step, computed from those of the last one; <see cref="get_last_lr"/> says what was
                /// set.
                /// </summary>
                public virtual IEnumerable<double> get_lr() => Rates();

                /// <summary>Sets the rates of the next epoch; called after the optimizer's step.</summary>
                public virtual void step() => step((int?)null);

                /// <summary>Sets the rates of an epoch, or of the next one.</summary>
                public virtual void step(int? epoch) => Advance(epoch);

                /// <summary>
                /// Sets the rates of an epoch, or of the next one; the current value of what is watched counts for <see
                /// cref="impl.ReduceLROnPlateau"/> only.
                /// </summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                private protected virtual void Advance(int? epoch)
                {
                    StepCount++;
                    Epoch = epoch ?? Epoch + 1;
                    double[] rates = [.. epoch is null ? get_lr() : ClosedForm() ?? get_lr()];
                    for (var i = 0; i < Groups.Length; i++)
                        Groups[i].LearningRate = rates[i];
                    RememberRates();
                }

                /// <summary>The rates of an epoch from its number alone; null where there is no such formula.</summary>
                private protected virtual double[]? ClosedForm() => null;

                /// <summary>Sets the first rates.</summary>
                internal void Start()
                {
                    StepCount = 0;
                    step();
                }

                private protected void RememberRates() => _lastRates = Rates();

                private protected double[] Rates() => Array.ConvertAll(Groups, group => group.LearningRate);

                private protected double[] Rates(Func<double, double> change) => Array.ConvertAll(Groups,
                    group => change(group.LearningRate));

                private protected double[] FromBase(Func<double, double> rate) => Array.ConvertAll(BaseRates, rate.Invoke);

                private protected T[] OnePerGroup<T>(IEnumerable<T> values, string parameter)
                {
                    ArgumentNullException.ThrowIfNull(values, parameter);
                    T[] given = [.. values];
                    return given.Length == Groups.Length ? given
                        : throw new ArgumentException($"Expected {Groups.Length} values for {parameter}, one of each group, but got {given.Length}.", parameter);
                }
            }
        }
    }
}
