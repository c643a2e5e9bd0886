using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <inheritdoc cref="Modules.Bernoulli.Bernoulli(Tensor, Tensor, Generator)"/>
        public static Bernoulli Bernoulli(double? probs, double? logits, Generator? generator = null) =>
            new(Own(probs), Own(logits), generator);

        /// <inheritdoc cref="Modules.Bernoulli.Bernoulli(Tensor, Tensor, Generator)"/>
        public static Bernoulli Bernoulli(float? probs, float? logits, Generator? generator = null) =>
            new(Own(probs), Own(logits), generator);

        /// <inheritdoc cref="Modules.Bernoulli.Bernoulli(Tensor, Tensor, Generator)"/>
        public static Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator);

        /// <inheritdoc cref="Modules.Binomial.Binomial(Tensor, Tensor, Tensor, Generator)"/>
        public static Binomial Binomial(
            Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(total_count, probs, logits, generator);

        /// <inheritdoc cref="Modules.Binomial.Binomial(Tensor, Tensor, Tensor, Generator)"/>
        public static Binomial Binomial(int total_count, double? probs, double? logits, Generator? generator = null) =>
            new(Own((double)total_count), Own(probs), Own(logits), generator);

        /// <inheritdoc cref="Modules.Binomial.Binomial(Tensor, Tensor, Tensor, Generator)"/>
        public static Binomial Binomial(int total_count, float? probs, float? logits, Generator? generator = null) =>
            new(Own((float)total_count), Own(probs), Own(logits), generator);

        /// <inheritdoc cref="Modules.Categorical.Categorical(Tensor, Tensor, Generator)"/>
        public static Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator);

        /// <inheritdoc cref="Modules.Categorical.Categorical(Tensor, Tensor, Generator)"/>
        public static Categorical Categorical(int categories, Generator? generator = null) =>
            new(ones([categories]).DetachFromDisposeScope(), generator: generator);

        /// <inheritdoc cref="Modules.Geometric.Geometric(Tensor, Tensor, Generator)"/>
        public static Geometric Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator);

        /// <inheritdoc cref="Modules.Multinomial.Multinomial(int, Tensor, Tensor, Generator)"/>
        public static Multinomial Multinomial(
            int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(total_count, probs, logits, generator);

        /// <inheritdoc cref="Modules.Multinomial.Multinomial(int, Tensor, Tensor, Generator)"/>
        public static Multinomial Multinomial(int total_count, int categories, Generator? generator = null) =>
            new(total_count, ones([categories]).DetachFromDisposeScope(), generator: generator);

        /// <inheritdoc cref="Modules.OneHotCategorical.OneHotCategorical(Tensor, Tensor, Generator)"/>
        public static OneHotCategorical OneHotCategorical(double? probs, double? logits, Generator? generator = null) =>
            new(Row(probs), Row(logits), generator);

        /// <inheritdoc cref="Modules.OneHotCategorical.OneHotCategorical(Tensor, Tensor, Generator)"/>
        public static OneHotCategorical OneHotCategorical(float? probs, float? logits, Generator? generator = null) =>
            new(Row(probs), Row(logits), generator);

        /// <inheritdoc cref="Modules.OneHotCategorical.OneHotCategorical(Tensor, Tensor, Generator)"/>
        public static OneHotCategorical OneHotCategorical(
            Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(probs, logits, generator);

        /// <inheritdoc cref="Modules.Poisson.Poisson(Tensor, Generator)"/>
        public static Poisson Poisson(Tensor rate, Generator? generator = null) =>
            new(rate, generator);

        /// <inheritdoc cref="Modules.Poisson.Poisson(Tensor, Generator)"/>
        public static Poisson Poisson(double rate, Generator? generator = null) =>
            new(Own(rate), generator);

        /// <inheritdoc cref="Modules.Poisson.Poisson(Tensor, Generator)"/>
        public static Poisson Poisson(float rate, Generator? generator = null) =>
            new(Own(rate), generator);
    }
}
