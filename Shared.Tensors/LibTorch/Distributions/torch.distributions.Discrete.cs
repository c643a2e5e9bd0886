using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <inheritdoc cref="Modules.Categorical.Categorical(Tensor, Tensor, Generator)"/>
        public static Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator);

        /// <inheritdoc cref="Modules.Categorical.Categorical(Tensor, Tensor, Generator)"/>
        public static Categorical Categorical(int categories, Generator? generator = null) =>
            new(ones([categories]).DetachFromDisposeScope(), generator: generator);
    }
}
