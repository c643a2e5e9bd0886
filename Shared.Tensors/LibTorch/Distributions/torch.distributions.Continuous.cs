using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <inheritdoc cref="Modules.Normal.Normal(Tensor, Tensor, Generator)"/>
        public static Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) =>
            new(loc, scale, generator);

        /// <inheritdoc cref="Modules.Normal.Normal(Tensor, Tensor, Generator)"/>
        public static Normal Normal(double loc, double scale = 1, Generator? generator = null) =>
            new(Own(loc), Own(scale), generator);

        /// <inheritdoc cref="Modules.Normal.Normal(Tensor, Tensor, Generator)"/>
        public static Normal Normal(float loc, float scale = 1, Generator? generator = null) =>
            new(Own(loc), Own(scale), generator);
    }
}
