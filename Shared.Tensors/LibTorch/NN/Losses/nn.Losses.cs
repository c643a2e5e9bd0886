using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>(input - target)^2.</summary>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>|input - target|.</summary>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>The squared difference / (2 beta) where the difference is below beta, else its size - beta / 2.</summary>
        /// <param name="reduction">What becomes of the elements' values.</param>
        /// <param name="beta">Where the loss turns linear.</param>
        public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1) => new(reduction, beta);

        /// <summary>Half the squared difference where it is below delta, else delta (its size - delta / 2).</summary>
        /// <param name="delta">Where the loss turns linear.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static HuberLoss HuberLoss(double delta = 1, Reduction reduction = Reduction.Mean) => new(delta, reduction);

        /// <summary>The Kullback-Leibler summands of a target distribution from one given by its logarithms.</summary>
        /// <param name="log_target">Whether the target is in logarithms.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) =>
            new(log_target, reduction);

        /// <summary>Minus the logarithm of the probability of a 0/1 target.</summary>
        /// <param name="weight">A factor per class or element; null for ones.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>Minus the logarithm of the probability of a 0/1 target, from logits.</summary>
        /// <param name="weight">A factor per class or element; null for ones.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        /// <param name="pos_weights">A factor of the positive part, per class; null for ones.</param>
        public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
            new(weight, reduction, pos_weights);

        /// <summary>Minus the logarithm of the softmax probability of the target class.</summary>
        /// <param name="weight">A factor per class or element; null for ones.</param>
        /// <param name="ignore_index">The class index that counts for nothing; null for none.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
            new(weight, ignore_index, reduction);

        /// <summary>Minus the input at the target class.</summary>
        /// <param name="weight">A factor per class or element; null for ones.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>Minus the logarithm of the Poisson probability of the target.</summary>
        /// <param name="log_input">Whether the input is in logarithms.</param>
        /// <param name="full">Whether the constants are included.</param>
        /// <param name="eps">Keeps divisors and logarithms finite.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static PoissonNLLLoss PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-08f, Reduction reduction = Reduction.Mean) =>
            new(log_input, full, eps, reduction);

        /// <summary>Minus the logarithm of the normal density at the target, given means and variances.</summary>
        /// <param name="full">Whether the constants are included.</param>
        /// <param name="eps">Keeps divisors and logarithms finite.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static GaussianNLLLoss GaussianNLLLoss(bool full = false, float eps = 1e-08f, Reduction reduction = Reduction.Mean) =>
            new(full, eps, reduction);

        /// <summary>Minus the logarithm of the probability of label sequences, over all alignments.</summary>
        /// <param name="blank">The class that stands for no label.</param>
        /// <param name="zero_infinity">Whether impossible labels count 0.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static CTCLoss CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
            new(blank, zero_infinity, reduction);

        /// <summary>1 - cos(input1, input2) where the target is 1; the cosine above the margin where it is -1.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean) =>
            new(margin, reduction);

        /// <summary>-target (input1 - input2) + margin, at least 0.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static MarginRankingLoss MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) =>
            new(margin, reduction);

        /// <summary>The input where the target is 1; the margin minus the input, at least 0, where it is -1.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1, Reduction reduction = Reduction.Mean) =>
            new(margin, reduction);

        /// <summary>How far other classes come within 1 of the target classes, which a -1 ends.</summary>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>The mean over classes of the cross entropies of 0/1 targets and logits.</summary>
        /// <param name="weight">A factor per class or element; null for ones.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(weight, reduction);

        /// <summary>How far other classes come within the margin of the target class, to a power.</summary>
        /// <param name="p">The power or norm.</param>
        /// <param name="margin">The margin.</param>
        /// <param name="weight">A factor per class or element; null for ones.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static MultiMarginLoss MultiMarginLoss(int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(p, margin, weight, reduction);

        /// <summary>log(1 + e^(-target input)), with targets 1 and -1.</summary>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>The distance to the positive minus that to the negative, plus the margin, at least 0.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="p">The power or norm.</param>
        /// <param name="eps">Keeps divisors and logarithms finite.</param>
        /// <param name="swap">Whether the negative is compared with the positive where that is nearer.</param>
        /// <param name="reduction">What becomes of the elements' values.</param>
        public static TripletMarginLoss TripletMarginLoss(double margin = 1, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
            new(margin, p, eps, swap, reduction);
    }
}
