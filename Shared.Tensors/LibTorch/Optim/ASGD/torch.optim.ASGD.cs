using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Averaged stochastic gradient descent; the average is in the state.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="lambd">The decay of the parameters.</param>
        /// <param name="alpha">The power by which the learning rate falls.</param>
        /// <param name="t0">The step from which averaging starts.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static ASGD ASGD(IEnumerable<Parameter> parameters,
            double lr = 0.001, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0,
            bool maximize = false) =>
            new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);

        /// <summary>Averaged stochastic gradient descent; the average is in the state.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="lambd">The decay of the parameters.</param>
        /// <param name="alpha">The power by which the learning rate falls.</param>
        /// <param name="t0">The step from which averaging starts.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static ASGD ASGD(IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.001, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0,
            bool maximize = false) =>
            new(parameters.Select(pair => pair.parameter), lr, lambd, alpha, t0, weight_decay, maximize);

        /// <summary>Averaged stochastic gradient descent; the average is in the state.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="lambd">The decay of the parameters.</param>
        /// <param name="alpha">The power by which the learning rate falls.</param>
        /// <param name="t0">The step from which averaging starts.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static ASGD ASGD(IEnumerable<ParamGroup<ASGD.Options>> parameters,
            double lr = 0.001, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0,
            bool maximize = false) =>
            new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);
    }
}
