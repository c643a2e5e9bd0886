using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Rprop: steps that grow while the gradient keeps its sign and shrink where it changes; for whole batches.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="etaminus">The factor of the step where the gradient changed its sign. Range: between 0 and 1.</param>
        /// <param name="etaplus">The factor of the step where it did not. Range: above 1.</param>
        /// <param name="min_step">The smallest step.</param>
        /// <param name="max_step">The largest step.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static Rprop Rprop(IEnumerable<Parameter> parameters,
            double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
            bool maximize = false) =>
            new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Rprop: steps that grow while the gradient keeps its sign and shrink where it changes; for whole batches.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="etaminus">The factor of the step where the gradient changed its sign. Range: between 0 and 1.</param>
        /// <param name="etaplus">The factor of the step where it did not. Range: above 1.</param>
        /// <param name="min_step">The smallest step.</param>
        /// <param name="max_step">The largest step.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static Rprop Rprop(IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
            bool maximize = false) =>
            new(parameters.Select(pair => pair.parameter), lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Rprop: steps that grow while the gradient keeps its sign and shrink where it changes; for whole batches.</summary>
        /// <param name="parameters">The parameters, at least one.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="etaminus">The factor of the step where the gradient changed its sign. Range: between 0 and 1.</param>
        /// <param name="etaplus">The factor of the step where it did not. Range: above 1.</param>
        /// <param name="min_step">The smallest step.</param>
        /// <param name="max_step">The largest step.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public static Rprop Rprop(IEnumerable<Rprop.ParamGroup> parameters,
            double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
            bool maximize = false) =>
            new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);
    }
}
