namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Minus the logarithm of the normal density at the target.</summary>
            /// <param name="input">Means.</param>
            /// <param name="target">Values.</param>
            /// <param name="variance">Variances, of the input's shape, with a last dimension of 1, or without the last dimension.</param>
            /// <param name="full">Whether the constant is included.</param>
            /// <param name="eps">The least variance; below it the gradient is that of a variance that is not clamped.</param>
            /// <param name="reduction">What becomes of the elements' values.</param>
            /// <exception cref="ArgumentException">The variance's shape does not fit, or a variance is negative.</exception>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-06f,
                Reduction reduction = Reduction.Mean)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(variance);
                using var scope = NewDisposeScope();
                long[] shape = input.shape, given = variance.shape;
                if (!given.AsSpan().SequenceEqual(shape))
                {
                    if (shape.Length > 0 && given.AsSpan().SequenceEqual(shape.AsSpan(0, shape.Length - 1)))
                        variance = variance.unsqueeze(-1);
                    else if (!(given.Length == shape.Length && given[^1] == 1 && given.AsSpan(0, given.Length - 1).SequenceEqual(shape.AsSpan(0, shape.Length - 1))))
                        throw new ArgumentException(
                            $"The variance's shape is [{string.Join(", ", given)}] and the input's [{string.Join(", ", shape)}]; it must be that, "
                            + "or have a last dimension of 1, or lack the last dimension.", nameof(variance));
                }
                if (variance.lt(0).any().item<bool>())
                    throw new ArgumentException("A variance is negative.", nameof(variance));
                // The clamped value with the gradient of the original, as Python's.
                var clamped = variance.clone();
                using (no_grad())
                    clamped.clamp_(min: (double)eps);
                var error = input.sub(target);
                var loss = clamped.log().add(error.mul(error).div(clamped)).mul(0.5);
                if (full)
                    loss = loss.add(0.5 * Math.Log(2 * Math.PI));
                return (reduction switch { Reduction.None => loss, Reduction.Mean => loss.mean(), _ => loss.sum() }).MoveToOuterDisposeScope();
            }

            /// <summary>Minus the logarithm of the Poisson probability of the target.</summary>
            /// <param name="input">Rates, or their logarithms.</param>
            /// <param name="target">Counts.</param>
            /// <param name="log_input">Whether the input is in logarithms.</param>
            /// <param name="full">Whether Stirling's approximation of the factorial is included.</param>
            /// <param name="eps">Added to rates before their logarithm.</param>
            /// <param name="reduction">What becomes of the elements' values.</param>
            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false,
                float eps = 1e-08f, Reduction reduction = Reduction.Mean) =>
                NNOperators.PoissonNllLoss.Call(input, target, log_input, full, (double)eps, (long)reduction);

            /// <summary>
            /// Minus the logarithm of the probability of label sequences, over all alignments. Source: Graves et al. (2006), Connectionist
            /// temporal classification.
            /// </summary>
            /// <param name="log_probs">Time by batch by classes, logarithms of probabilities.</param>
            /// <param name="targets">Class indices: batch by length, or all one after another.</param>
            /// <param name="input_lengths">Times per sample.</param>
            /// <param name="target_lengths">Labels per sample.</param>
            /// <param name="blank">The class that stands for no label.</param>
            /// <param name="zero_infinity">Whether impossible labels count 0.</param>
            /// <param name="reduction">What becomes of the samples' values.</param>
            public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0,
                bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                NNOperators.CtcLoss.Call(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);
        }
    }
}
