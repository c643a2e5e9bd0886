using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>L-BFGS: steps along a direction that the last changes suggest, several in one call; for whole batches.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">The length of a step. Range: at least 0.</param>
        /// <param name="max_iter">How many steps a call takes at most. Range: at least 1.</param>
        /// <param name="max_eval">How often it evaluates the loss at most; five evaluations to four steps without a number.</param>
        /// <param name="tolerange_grad">It ends where no gradient is larger.</param>
        /// <param name="tolerance_change">It ends where neither a parameter nor the loss changes more.</param>
        /// <param name="history_size">How many of the last changes it uses. Range: at least 1.</param>
        public static LBFGS LBFGS(IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
            double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) =>
            new(parameters, lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);

        /// <summary>L-BFGS: steps along a direction that the last changes suggest, several in one call; for whole batches.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">The length of a step. Range: at least 0.</param>
        /// <param name="max_iter">How many steps a call takes at most. Range: at least 1.</param>
        /// <param name="max_eval">How often it evaluates the loss at most; five evaluations to four steps without a number.</param>
        /// <param name="tolerange_grad">It ends where no gradient is larger.</param>
        /// <param name="tolerance_change">It ends where neither a parameter nor the loss changes more.</param>
        /// <param name="history_size">How many of the last changes it uses. Range: at least 1.</param>
        public static LBFGS LBFGS(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20,
            long? max_eval = null, double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) =>
            new(parameters.Select(pair => pair.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);
    }
}
