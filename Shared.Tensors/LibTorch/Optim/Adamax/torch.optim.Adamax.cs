using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adamax: Adam with the maximum in the place of the mean of squares.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        public static Adamax Adamax(IEnumerable<Parameter> parameters,
            double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay);

        /// <summary>Adamax: Adam with the maximum in the place of the mean of squares.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        public static Adamax Adamax(IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) =>
            new(parameters.Select(pair => pair.parameter), lr, beta1, beta2, eps, weight_decay);

        /// <summary>Adamax: Adam with the maximum in the place of the mean of squares.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        public static Adamax Adamax(IEnumerable<Adamax.ParamGroup> parameters,
            double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay);
    }
}
