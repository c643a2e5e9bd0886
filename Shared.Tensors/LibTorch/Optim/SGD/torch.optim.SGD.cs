using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent, with momentum.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="learningRate">How far a step goes. Range: at least 0.</param>
        /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
        /// <param name="dampening">What is taken from a gradient before it joins the momentum.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="nesterov">Whether to look ahead along the momentum, which then must be above 0 with a dampening of 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static SGD SGD(IEnumerable<Parameter> parameters,
            double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
            bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, with momentum.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="learningRate">How far a step goes. Range: at least 0.</param>
        /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
        /// <param name="dampening">What is taken from a gradient before it joins the momentum.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="nesterov">Whether to look ahead along the momentum, which then must be above 0 with a dampening of 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters,
            double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
            bool maximize = false) =>
            new(parameters.Select(pair => pair.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, with momentum.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="learningRate">How far a step goes. Range: at least 0.</param>
        /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
        /// <param name="dampening">What is taken from a gradient before it joins the momentum.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="nesterov">Whether to look ahead along the momentum, which then must be above 0 with a dampening of 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters,
            double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
            bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
    }
}
