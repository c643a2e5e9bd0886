using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <inheritdoc cref="Modules.ExpRelaxedCategorical.ExpRelaxedCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static ExpRelaxedCategorical ExpRelaxedCategorical(
            Tensor temperature, double? probs, double? logits, Generator? generator = null) =>
            new(temperature, Row(probs), Row(logits), generator);

        /// <inheritdoc cref="Modules.ExpRelaxedCategorical.ExpRelaxedCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static ExpRelaxedCategorical ExpRelaxedCategorical(
            Tensor temperature, float? probs, float? logits, Generator? generator = null) =>
            new(temperature, Row(probs), Row(logits), generator);

        /// <inheritdoc cref="Modules.ExpRelaxedCategorical.ExpRelaxedCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static ExpRelaxedCategorical ExpRelaxedCategorical(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, probs, logits, generator);

        /// <inheritdoc cref="Modules.LogitRelaxedBernoulli.LogitRelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(
            Tensor temperature, double? probs, double? logits, Generator? generator = null) =>
            new(temperature, Own(probs), Own(logits), generator);

        /// <inheritdoc cref="Modules.LogitRelaxedBernoulli.LogitRelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(
            Tensor temperature, float? probs, float? logits, Generator? generator = null) =>
            new(temperature, Own(probs), Own(logits), generator);

        /// <inheritdoc cref="Modules.LogitRelaxedBernoulli.LogitRelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static LogitRelaxedBernoulli LogitRelaxedBernoulli(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, probs, logits, generator);

        /// <inheritdoc cref="Modules.RelaxedBernoulli.RelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedBernoulli RelaxedBernoulli(
            Tensor temperature, double? probs, double? logits, Generator? generator = null) =>
            new(temperature, Own(probs), Own(logits), generator);

        /// <inheritdoc cref="Modules.RelaxedBernoulli.RelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedBernoulli RelaxedBernoulli(
            Tensor temperature, float? probs, float? logits, Generator? generator = null) =>
            new(temperature, Own(probs), Own(logits), generator);

        /// <inheritdoc cref="Modules.RelaxedBernoulli.RelaxedBernoulli(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedBernoulli RelaxedBernoulli(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, probs, logits, generator);

        /// <inheritdoc cref="Modules.RelaxedOneHotCategorical.RelaxedOneHotCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedOneHotCategorical RelaxedOneHotCategorical(
            Tensor temperature, double? probs, double? logits, Generator? generator = null) =>
            new(temperature, Row(probs), Row(logits), generator);

        /// <inheritdoc cref="Modules.RelaxedOneHotCategorical.RelaxedOneHotCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedOneHotCategorical RelaxedOneHotCategorical(
            Tensor temperature, float? probs, float? logits, Generator? generator = null) =>
            new(temperature, Row(probs), Row(logits), generator);

        /// <inheritdoc cref="Modules.RelaxedOneHotCategorical.RelaxedOneHotCategorical(Tensor, Tensor, Tensor, Generator)"/>
        public static RelaxedOneHotCategorical RelaxedOneHotCategorical(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
            new(temperature, probs, logits, generator);
    }
}
