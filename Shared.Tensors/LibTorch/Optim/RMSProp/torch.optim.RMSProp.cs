using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>RMSProp: steps divided by the root of the running mean of squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="alpha">The decay rate of the running mean of squares. Range: at least 0.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
        /// <param name="centered">Whether to divide by an estimate of the standard deviation instead.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static RMSProp RMSProp(IEnumerable<Parameter> parameters,
            double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
            bool centered = false, bool maximize = false) =>
            new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSProp: steps divided by the root of the running mean of squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="alpha">The decay rate of the running mean of squares. Range: at least 0.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
        /// <param name="centered">Whether to divide by an estimate of the standard deviation instead.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
            bool centered = false, bool maximize = false) =>
            new(parameters.Select(pair => pair.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSProp: steps divided by the root of the running mean of squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="alpha">The decay rate of the running mean of squares. Range: at least 0.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
        /// <param name="centered">Whether to divide by an estimate of the standard deviation instead.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters,
            double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
            bool centered = false, bool maximize = false) =>
            new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
    }
}
