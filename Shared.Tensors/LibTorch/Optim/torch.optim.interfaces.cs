namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers: rules that change parameters by their gradients.</summary>
    public static partial class optim
    {
        /// <summary>Something with a learning rate: a group of parameters, or an optimizer without groups.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate from which schedules start; 0 until a schedule or the optimizer's user has set it.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Something with a momentum.</summary>
        public interface IMomentum
        {
            /// <summary>The momentum of the next step.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Something with decay rates of running means.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the running means of gradients and of their squares.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
