namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The initial rates times a function of the epoch.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="lr_lambda">The factor by epoch.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1,
                bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>The last rates times a function of the epoch.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="lr_lambda">The factor by epoch.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1,
                bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>The rates times gamma, every so many epochs.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="step_size">How many epochs a rate stays. Range: at least 1.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1,
                bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>The rates times gamma, at the given epochs.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="milestones">The epochs; one that stands twice counts twice.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1,
                bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            /// <summary>The rates times a factor, until a number of epochs has passed.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="factor">The factor. Range: 0 to 1.</param>
            /// <param name="total_iters">How many epochs the factor holds.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1,
                bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            /// <summary>The rates times gamma, every epoch.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>Half a wave of the cosine, from the initial rates to the smallest one and back.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="T_max">How many epochs until the smallest rate. Range: above 0.</param>
            /// <param name="eta_min">The smallest rate.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>Lower rates when what is watched has stopped to improve.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="mode">Whether "min" or "max" is better.</param>
            /// <param name="factor">By what the rates are multiplied. Range: below 1.</param>
            /// <param name="patience">How many epochs without improvement are allowed.</param>
            /// <param name="threshold">How much better counts as an improvement.</param>
            /// <param name="threshold_mode">Whether that is "rel", a share of the best value, or "abs", a difference.</param>
            /// <param name="cooldown">How many epochs after a change are not counted.</param>
            /// <param name="min_lr">The smallest rates, one of each group; 0 without them.</param>
            /// <param name="eps">Smaller changes are not made.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10,
                double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8,
                bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            /// <summary>One schedule after the other.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="schedulers">The schedules, all of this optimizer.</param>
            /// <param name="milestones">The epochs at which the second and later ones begin.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);

            /// <summary>Several schedules at once; each changes what the one before left.</summary>
            /// <param name="schedulers">The schedules, at least one.</param>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);
        }
    }
}
