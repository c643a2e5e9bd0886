using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>NAdam: Adam with Nesterov's momentum.</summary>
        /// <param name="named_parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="momentum_decay">How the momentum grows with the steps. Range: at least 0.</param>
        public static NAdam NAdam(IEnumerable<Parameter> named_parameters,
            double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
            double momentum_decay = 0.004) =>
            new(named_parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);

        /// <summary>NAdam: Adam with Nesterov's momentum.</summary>
        /// <param name="named_parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="momentum_decay">How the momentum grows with the steps. Range: at least 0.</param>
        public static NAdam NAdam(IEnumerable<(string name, Parameter parameter)> named_parameters,
            double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
            double momentum_decay = 0.004) =>
            new(named_parameters.Select(pair => pair.parameter), lr, beta1, beta2, eps, weight_decay, momentum_decay);

        /// <summary>NAdam: Adam with Nesterov's momentum.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="momentum_decay">How the momentum grows with the steps. Range: at least 0.</param>
        public static NAdam NAdam(IEnumerable<NAdam.ParamGroup> parameters,
            double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
            double momentum_decay = 0.004) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);
    }
}
