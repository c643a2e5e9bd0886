namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A set of values that a parameter or a sample may have.</summary>
            public abstract class Constraint
            {
                /// <summary>Whether the values are separate points.</summary>
                public virtual bool is_discrete => IsDiscrete;

                /// <summary>How many of the last dimensions one value takes.</summary>
                public virtual int event_dim => EventDim;

                /// <inheritdoc cref="is_discrete"/>
                private protected virtual bool IsDiscrete => false;

                /// <inheritdoc cref="event_dim"/>
                private protected virtual int EventDim => 0;

                /// <summary>The set in words that follow "must be".</summary>
                internal virtual string Demand => "in " + ToString();

                /// <summary>Whether each value is in the set, of the shape without the event's dimensions.</summary>
                public virtual Tensor check(Tensor value) => throw new NotSupportedException($"{GetType().Name} cannot be checked.");

                /// <inheritdoc/>
                public override string ToString() => GetType().Name.TrimStart('_');
            }
        }
    }
}
