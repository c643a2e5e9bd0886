using System.Globalization;
using Shared.Tensors;
using static TorchSharp.DistributionTools;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public abstract partial class Distribution
        {
            /// <summary>Probabilities kept away from 0 and 1 by the machine epsilon, so that their logarithms are finite.</summary>
            protected internal Tensor ClampProbs(Tensor probs)
            {
                var epsilon = Epsilon(probs.dtype);
                return probs.clamp(epsilon, 1 - epsilon);
            }

            /// <summary>max(x, 0), with the gradient one half at 0.</summary>
            protected internal Tensor ClampByZero(Tensor x) => Evaluate(() => (x.clamp_min(0) + x - x.clamp_max(0)) / 2);

            /// <summary>Probabilities from logits: softmax over the last dimension, or the logistic function of each where binary.</summary>
            protected internal Tensor LogitsToProbs(Tensor logits, bool isBinary = false) => isBinary ? logits.sigmoid() : logits.softmax(-1);

            /// <summary>Logits from probabilities, which are clamped first.</summary>
            protected internal Tensor ProbsToLogits(Tensor probs, bool isBinary = false) => Evaluate(() =>
            {
                var clamped = ClampProbs(probs);
                return isBinary ? clamped.log() - clamped.neg().log1p() : clamped.log();
            });

            /// <summary>Checks every element of a parameter.</summary>
            /// <exception cref="ArgumentException">An element, or a vector or matrix of the constraint, is outside; the message shows it.</exception>
            private protected Tensor Checked(Tensor parameter, string name, constraints.Constraint allowed)
            {
                ArgumentNullException.ThrowIfNull(parameter, name);
                using var scope = NewDisposeScope();
                using var still = no_grad();
                if (parameter.ndim < allowed.event_dim)
                {
                    throw new ArgumentException(
                        $"{GetType().Name} needs {name} of at least {allowed.event_dim} dimensions, not shape [{string.Join(", ", parameter.shape)}].", name);
                }
                var inside = allowed.check(parameter);
                if (inside.all().item<bool>())
                    return parameter;
                var failing = inside.logical_not().reshape([.. inside.shape, .. Enumerable.Repeat(1L, allowed.event_dim)]).expand_as(parameter);
                var outside = parameter.masked_select(failing).cpu().@double().ToArray<double>();
                var shown = string.Join(", ", outside.Take(4).Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
                throw new ArgumentException(
                    $"{GetType().Name} needs {name} {allowed.Demand} in every element; it has {shown}{(outside.Length > 4 ? ", ..." : "")}.", name);
            }

            /// <summary>
            /// One of two forms of a parameter: the given one, or the other computed from it when first asked for (and again when a scope
            /// has taken the parameter's earlier form).
            /// </summary>
            private protected static Tensor Current(Tensor? given, ref Tensor? derived, Tensor? other, Func<Tensor, Tensor> formula)
            {
                if (given is not null)
                    return given;
                if (derived is null || derived.IsInvalid)
                    derived = Derive(other!, () => formula(other!));
                return derived;
            }

            /// <summary>Checks that exactly one of two forms of a parameter is given.</summary>
            private protected void CheckOneOf(Tensor? probs, Tensor? logits)
            {
                if (probs is null == logits is null)
                    throw new ArgumentException($"{GetType().Name} needs either probs or logits, and not both.", nameof(probs));
            }

            /// <summary>Refuses an instance to write to: an expanded distribution is always a new one.</summary>
            private protected static void CheckInstance(Distribution? instance)
            {
                if (instance is not null)
                    throw new ArgumentException("instance must be null: expand makes the distribution.", nameof(instance));
            }
        }
    }
}
