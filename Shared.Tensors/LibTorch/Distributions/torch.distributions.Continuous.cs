using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <inheritdoc cref="Modules.Beta.Beta(Tensor, Tensor, Generator)"/>
        public static Beta Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null) =>
            new(concentration1, concentration0, generator);

        /// <inheritdoc cref="Modules.Cauchy.Cauchy(Tensor, Tensor, Generator)"/>
        public static Cauchy Cauchy(Tensor loc, Tensor scale, Generator? generator = null) =>
            new(loc, scale, generator);

        /// <inheritdoc cref="Modules.Chi2.Chi2(Tensor, Generator)"/>
        public static Chi2 Chi2(Tensor df, Generator? generator = null) =>
            new(df, generator);

        /// <inheritdoc cref="Modules.Dirichlet.Dirichlet(Tensor, Generator)"/>
        public static Dirichlet Dirichlet(Tensor concentration, Generator? generator = null) =>
            new(concentration, generator);

        /// <inheritdoc cref="Modules.Exponential.Exponential(Tensor, Generator)"/>
        public static Exponential Exponential(Tensor rate, Generator? generator = null) =>
            new(rate, generator);

        /// <inheritdoc cref="Modules.FisherSnedecor.FisherSnedecor(Tensor, Tensor, Generator)"/>
        public static FisherSnedecor FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null) =>
            new(df1, df2, generator);

        /// <inheritdoc cref="Modules.Gamma.Gamma(Tensor, Tensor, Generator)"/>
        public static Gamma Gamma(Tensor concentration, Tensor rate, Generator? generator = null) =>
            new(concentration, rate, generator);

        /// <inheritdoc cref="Modules.Gumbel.Gumbel(Tensor, Tensor, Generator)"/>
        public static Gumbel Gumbel(Tensor loc, Tensor scale, Generator? generator = null) =>
            new(loc, scale, generator);

        /// <inheritdoc cref="Modules.HalfCauchy.HalfCauchy(Tensor, Generator)"/>
        public static HalfCauchy HalfCauchy(Tensor scale, Generator? generator = null) =>
            new(scale, generator);

        /// <inheritdoc cref="Modules.HalfNormal.HalfNormal(Tensor, Generator)"/>
        public static HalfNormal HalfNormal(Tensor scale, Generator? generator = null) =>
            new(scale, generator);

        /// <inheritdoc cref="Modules.Kumaraswamy.Kumaraswamy(Tensor, Tensor, Generator)"/>
        public static Kumaraswamy Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null) =>
            new(concentration1, concentration0, generator);

        /// <inheritdoc cref="Modules.Laplace.Laplace(Tensor, Tensor, Generator)"/>
        public static Laplace Laplace(Tensor loc, Tensor scale, Generator? generator = null) =>
            new(loc, scale, generator);

        /// <inheritdoc cref="Modules.Laplace.Laplace(Tensor, Tensor, Generator)"/>
        public static Laplace Laplace(double loc, double scale = 1, Generator? generator = null) =>
            new(Own(loc), Own(scale), generator);

        /// <inheritdoc cref="Modules.Laplace.Laplace(Tensor, Tensor, Generator)"/>
        public static Laplace Laplace(float loc, float scale = 1, Generator? generator = null) =>
            new(Own(loc), Own(scale), generator);

        /// <inheritdoc cref="Modules.LogNormal.LogNormal(Tensor, Tensor, Generator)"/>
        public static LogNormal LogNormal(Tensor loc, Tensor scale, Generator? generator = null) =>
            new(loc, scale, generator);

        /// <inheritdoc cref="Modules.Normal.Normal(Tensor, Tensor, Generator)"/>
        public static Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) =>
            new(loc, scale, generator);

        /// <inheritdoc cref="Modules.Normal.Normal(Tensor, Tensor, Generator)"/>
        public static Normal Normal(double loc, double scale = 1, Generator? generator = null) =>
            new(Own(loc), Own(scale), generator);

        /// <inheritdoc cref="Modules.Normal.Normal(Tensor, Tensor, Generator)"/>
        public static Normal Normal(float loc, float scale = 1, Generator? generator = null) =>
            new(Own(loc), Own(scale), generator);

        /// <inheritdoc cref="Modules.Pareto.Pareto(Tensor, Tensor, Generator)"/>
        public static Pareto Pareto(Tensor scale, Tensor alpha, Generator? generator = null) =>
            new(scale, alpha, generator);

        /// <inheritdoc cref="Modules.Uniform.Uniform(Tensor, Tensor, Generator)"/>
        public static Uniform Uniform(Tensor low, Tensor high, Generator? generator = null) =>
            new(low, high, generator);

        /// <inheritdoc cref="Modules.Weibull.Weibull(Tensor, Tensor, Generator)"/>
        public static Weibull Weibull(Tensor scale, Tensor concentration, Generator? generator = null) =>
            new(scale, concentration, generator);
    }
}
