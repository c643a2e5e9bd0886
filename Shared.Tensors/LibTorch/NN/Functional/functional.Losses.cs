namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>(input - target)^2.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                NNOperators.MseLoss.Call(input, target, (long)reduction);

            /// <summary>|input - target|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                NNOperators.L1Loss.Call(input, target, (long)reduction);

            /// <summary>The squared difference / (2 beta) where the difference is below beta, else its size - beta / 2.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                NNOperators.SmoothL1Loss.Call(input, target, (long)reduction, beta);

            /// <summary>Half the squared difference where it is below delta, else delta (its size - delta / 2).</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                NNOperators.HuberLoss.Call(input, target, (long)reduction, delta);

            /// <summary>The Kullback-Leibler summands of a target distribution from one given by its logarithms.</summary>
            /// <param name="input">Logarithms of probabilities.</param>
            /// <param name="target">Probabilities, or their logarithms.</param>
            /// <param name="log_target">Whether the target is in logarithms.</param>
            /// <param name="reduction">The mean is over all elements, not over distributions.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                NNOperators.KlDiv.Call(input, target, (long)reduction, log_target);

            /// <summary>Minus the logarithm of the probability of a 0/1 target.</summary>
            /// <param name="input">Probabilities in [0, 1].</param>
            /// <param name="target">0, 1 or between, of the input's shape.</param>
            /// <param name="weight">A factor per element; null for ones.</param>
            /// <param name="reduction">What becomes of the elements' values.</param>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean) =>
                NNOperators.BinaryCrossEntropy.Call(input, target, weight, (long)reduction);

            /// <summary><see cref="binary_cross_entropy"/> of the logistic function of the input, stable for large inputs.</summary>
            /// <param name="input">Logits, any real numbers.</param>
            /// <param name="target">0, 1 or between, of the input's shape.</param>
            /// <param name="weight">A factor per element; null for ones.</param>
            /// <param name="reduction">What becomes of the elements' values.</param>
            /// <param name="pos_weights">A factor of the positive part, per class; null for ones.</param>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                NNOperators.BinaryCrossEntropyWithLogits.Call(input, target, weight, pos_weights, (long)reduction);

            /// <summary>Minus the logarithm of the softmax probability of the target class.</summary>
            /// <param name="input">Logits: batch by classes, then any dimensions.</param>
            /// <param name="target">Class indices without the class dimension, or probabilities of the input's shape.</param>
            /// <param name="weight">A factor per class; null for ones.</param>
            /// <param name="ignore_index">The class index that counts for nothing.</param>
            /// <param name="reduction">What becomes of the elements' values.</param>
            /// <param name="label_smoothing">The share in [0, 1] of the target that is spread over all classes.</param>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                NNOperators.CrossEntropyLoss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>Minus the input at the target class.</summary>
            /// <param name="input">Logarithms of probabilities: batch by classes, then any dimensions.</param>
            /// <param name="target">Class indices without the class dimension.</param>
            /// <param name="weight">A factor per class; null for ones.</param>
            /// <param name="reduction">What becomes of the elements' values.</param>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                NNOperators.NllLoss.Call(input, target, weight, (long)reduction);
        }
    }
}
