using Shared.Tensors;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done with many parameters at once.</summary>
        public static partial class utils
        {
            /// <summary>Scales gradients in place so that their common norm is at most a number.</summary>
            /// <param name="tensors">The parameters; those without a gradient count for nothing.</param>
            /// <param name="max_norm">The largest norm.</param>
            /// <param name="norm_type">Which norm; infinity for the largest element.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0)
                    return 0;
                var norms = double.IsInfinity(norm_type)
                    ? [.. gradients.Select(gradient => UtilityOperators.VectorNorm.Call(gradient, norm_type))]
                    : UtilityOperators.Norms.CallList(gradients, norm_type);
                using var all = stack(norms.Select(norm => norm.ToDevice(norms[0].device)));
                var total = UtilityOperators.VectorNorm.Call(all, norm_type).@double().item<double>();
                var factor = max_norm / (total + 1e-6);
                if (!(factor >= 1))
                    UtilityOperators.ScaleInPlace.Run(gradients, factor);
                return total;
            }

            /// <summary>Clamps the elements of gradients in place.</summary>
            /// <param name="tensors">The parameters; those without a gradient count for nothing.</param>
            /// <param name="clip_value">The largest size of an element.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                foreach (var gradient in Gradients(tensors))
                    gradient.clamp_(-clip_value, clip_value);
            }

            /// <summary>All elements of parameters in one vector; gradients flow back.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var scope = NewDisposeScope();
                return cat([.. tensors.Select(parameter => parameter.reshape(-1))]).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the elements of a vector into parameters, in their order.</summary>
            /// <exception cref="ArgumentException">The vector does not have exactly as many elements as the parameters.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                ArgumentNullException.ThrowIfNull(tensors);
                Parameter[] all = [.. tensors];
                var wanted = all.Sum(parameter => parameter.numel());
                if (vec.ndim != 1 || vec.numel() != wanted)
                {
                    throw new ArgumentException(
                        $"The vector's shape is [{string.Join(", ", vec.shape)}]; the parameters have {wanted} elements.", nameof(vec));
                }
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                var start = 0L;
                foreach (var parameter in all)
                {
                    var count = parameter.numel();
                    parameter.copy_(vec.narrow(0, start, count).view(parameter.shape));
                    start += count;
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                return [.. tensors.Select(parameter => parameter.Gradient()).OfType<Tensor>()];
            }
        }
    }
}
