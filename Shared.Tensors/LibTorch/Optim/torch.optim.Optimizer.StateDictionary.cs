using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract partial class Optimizer
        {
            /// <summary>
            /// What an optimizer knows beside its parameters: the options of each group and the state of each parameter, in
            /// order.
            /// </summary>
            public sealed class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options, one of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The states, one of each parameter, group after group.</summary>
                public List<OptimizerState> State { get; } = [];
            }
        }
    }
}
