namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Rates that rise and fall in cycles.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="base_lr">The smallest rates.</param>
            /// <param name="max_lr">The largest rates.</param>
            /// <param name="step_size_up">How many epochs the rates rise.</param>
            /// <param name="step_size_down">How many they fall; -1 for as many.</param>
            /// <param name="mode">How the largest rates change from cycle to cycle.</param>
            /// <param name="gamma">The factor of an epoch in <see cref="impl.CyclicLR.Mode.ExpRange"/>.</param>
            /// <param name="scale_fn">Another change of the largest rates, instead of the mode.</param>
            /// <param name="scale_mode">Whether that is a function of the cycle, from 1 on, or of the epoch.</param>
            /// <param name="cycle_momentum">Whether the momentum falls while the rates rise.</param>
            /// <param name="base_momentum">The smallest momentum.</param>
            /// <param name="max_momentum">The largest momentum.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000,
                int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1,
                Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1,
                bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                    cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            /// <summary>Rates that rise and fall in cycles.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="base_lr">The smallest rates.</param>
            /// <param name="max_lr">The largest rates.</param>
            /// <param name="step_size_up">How many epochs the rates rise.</param>
            /// <param name="step_size_down">How many they fall; -1 for as many.</param>
            /// <param name="mode">How the largest rates change from cycle to cycle.</param>
            /// <param name="gamma">The factor of an epoch in <see cref="impl.CyclicLR.Mode.ExpRange"/>.</param>
            /// <param name="scale_fn">Another change of the largest rates, instead of the mode.</param>
            /// <param name="scale_mode">Whether that is a function of the cycle, from 1 on, or of the epoch.</param>
            /// <param name="cycle_momentum">Whether the momentum falls while the rates rise.</param>
            /// <param name="base_momentum">The smallest momentum.</param>
            /// <param name="max_momentum">The largest momentum.</param>
            /// <param name="last_epoch">The last epoch; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr,
                int step_size_up = 2000, int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular,
                double gamma = 1, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1,
                bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                    cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            /// <summary>Rates that rise once and then fall far below where they started.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="max_lr">The largest rates.</param>
            /// <param name="total_steps">How many steps the cycle has; -1 for epochs times steps of an epoch.</param>
            /// <param name="epochs">How many epochs.</param>
            /// <param name="steps_per_epoch">How many steps an epoch has.</param>
            /// <param name="pct_start">The share of steps in which the rates rise. Range: 0 to 1.</param>
            /// <param name="anneal_strategy">How the rates go from one limit to the next.</param>
            /// <param name="cycle_momentum">Whether the momentum falls while the rates rise.</param>
            /// <param name="base_momentum">The smallest momentum.</param>
            /// <param name="max_momentum">The largest momentum.</param>
            /// <param name="div_factor">The largest rates divided by the first ones.</param>
            /// <param name="final_div_factor">The first rates divided by the last ones.</param>
            /// <param name="three_phase">Whether the rates fall to the first ones as fast as they rose, before they go on to
            /// the last ones.</param>
            /// <param name="last_epoch">The last step; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1,
                int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy,
                    cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>Rates that rise once and then fall far below where they started.</summary>
            /// <param name="optimizer">The optimizer whose rates are set.</param>
            /// <param name="max_lr">The largest rates.</param>
            /// <param name="total_steps">How many steps the cycle has; -1 for epochs times steps of an epoch.</param>
            /// <param name="epochs">How many epochs.</param>
            /// <param name="steps_per_epoch">How many steps an epoch has.</param>
            /// <param name="pct_start">The share of steps in which the rates rise. Range: 0 to 1.</param>
            /// <param name="anneal_strategy">How the rates go from one limit to the next.</param>
            /// <param name="cycle_momentum">Whether the momentum falls while the rates rise.</param>
            /// <param name="base_momentum">The smallest momentum.</param>
            /// <param name="max_momentum">The largest momentum.</param>
            /// <param name="div_factor">The largest rates divided by the first ones.</param>
            /// <param name="final_div_factor">The first rates divided by the last ones.</param>
            /// <param name="three_phase">Whether the rates fall to the first ones as fast as they rose, before they go on to
            /// the last ones.</param>
            /// <param name="last_epoch">The last step; -1 to start.</param>
            /// <param name="verbose">Has no effect.</param>
            public static LRScheduler OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1,
                int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy,
                    cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);
        }
    }
}
