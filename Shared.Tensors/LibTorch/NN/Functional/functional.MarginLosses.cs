namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>1 - cos(input1, input2) where the target is 1; the cosine above the margin where it is -1.</summary>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0,
                Reduction reduction = Reduction.Mean) =>
                NNOperators.CosineEmbeddingLoss.Call(input1, input2, target, margin, (long)reduction);

            /// <summary>The input where the target is 1; the margin minus the input, at least 0, where it is -1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0,
                Reduction reduction = Reduction.Mean) =>
                NNOperators.HingeEmbeddingLoss.Call(input, target, margin, (long)reduction);

            /// <summary>-target (input1 - input2) + margin, at least 0; the target is 1 where the first should be larger, else -1.</summary>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0,
                Reduction reduction = Reduction.Mean) =>
                NNOperators.MarginRankingLoss.Call(input1, input2, target, margin, (long)reduction);

            /// <summary>How far other classes come within 1 of the target classes, which a -1 ends.</summary>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                NNOperators.MultiLabelMarginLoss.Call(input, target, (long)reduction);

            /// <summary>How far other classes come within the margin of the target class, to the power p.</summary>
            /// <param name="input">Scores: batch by classes.</param>
            /// <param name="target">Class indices.</param>
            /// <param name="p">The power, 1 or 2.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="weight">A factor per class; null for ones.</param>
            /// <param name="reduction">What becomes of the elements' values.</param>
            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null,
                Reduction reduction = Reduction.Mean) =>
                NNOperators.MultiMarginLoss.Call(input, target, (long)p, margin, weight, (long)reduction);

            /// <summary>The mean over classes of the cross entropies of 0/1 targets and logits.</summary>
            /// <param name="input">Logits: batch by classes.</param>
            /// <param name="target">0 or 1, of the input's shape.</param>
            /// <param name="weight">A factor per class; null for ones.</param>
            /// <param name="reduction">What becomes of the samples' values.</param>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean)
            {
                using var all = NNOperators.BinaryCrossEntropyWithLogits.Call(input, target, weight, Argument.None, (long)Reduction.None);
                return Reduced(all.mean([-1L]), reduction);
            }

            /// <summary>log(1 + e^(-target input)), with targets 1 and -1.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                NNOperators.SoftMarginLoss.Call(input, target, (long)reduction);

            /// <summary>The distance to the positive minus that to the negative, plus the margin, at least 0.</summary>
            /// <param name="anchor">Batch by features.</param>
            /// <param name="positive">What should be near.</param>
            /// <param name="negative">What should be far.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="p">The norm of the distance.</param>
            /// <param name="eps">Keeps the distance off 0.</param>
            /// <param name="swap">Whether the negative is compared with the positive instead where that is nearer.</param>
            /// <param name="reduction">What becomes of the samples' values.</param>
            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2,
                double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                NNOperators.TripletMarginLoss.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);

            /// <summary>Disposes the values unless they are the result.</summary>
            private static Tensor Reduced(Tensor values, Reduction reduction)
            {
                if (reduction == Reduction.None)
                    return values;
                using (values)
                    return reduction == Reduction.Mean ? values.mean() : values.sum();
            }
        }
    }
}
