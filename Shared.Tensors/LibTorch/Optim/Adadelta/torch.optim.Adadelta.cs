using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adadelta: steps scaled by running means of squared changes and squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="rho">The decay rate of the running means. Range: 0 to 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static Adadelta Adadelta(IEnumerable<Parameter> parameters,
            double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
            new(parameters, lr, rho, eps, weight_decay, maximize);

        /// <summary>Adadelta: steps scaled by running means of squared changes and squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="rho">The decay rate of the running means. Range: 0 to 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static Adadelta Adadelta(IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
            new(parameters.Select(pair => pair.parameter), lr, rho, eps, weight_decay, maximize);

        /// <summary>Adadelta: steps scaled by running means of squared changes and squared gradients.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="rho">The decay rate of the running means. Range: 0 to 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static Adadelta Adadelta(IEnumerable<Adadelta.ParamGroup> parameters,
            double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
            new(parameters, lr, rho, eps, weight_decay, maximize);
    }
}
