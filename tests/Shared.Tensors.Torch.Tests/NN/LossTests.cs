using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>Loss modules pass their options on; the functions' values are tested elsewhere.</summary>
public sealed class LossTests
{
    private static readonly long[] Classes = [2, 0, 1, 2];

    [Test]
    public void Losses_OfTwoArguments_AreTheirFunctions()
    {
        using var scope = NewDisposeScope();
        Tensor x = sin(arange(12, dtype: float64)).reshape(4, 3), y = cos(arange(12, dtype: float64)).reshape(4, 3);
        Tensor weight = tensor(new[] { 0.5, 2, 1 }), target = tensor(Classes), sign = y.sign(), share = y.abs();

        Same(CrossEntropyLoss(weight, 2, Reduction.Sum).call(x, target), functional.cross_entropy(x, target, weight, 2, Reduction.Sum));
        Same(new TorchSharp.Modules.CrossEntropyLoss(label_smoothing: 0.2).call(x, target), functional.cross_entropy(x, target, label_smoothing: 0.2));
        Same(NLLLoss(weight, Reduction.None).call(x, target), functional.nll_loss(x, target, weight, Reduction.None));
        Same(BCELoss(weight).call(share, x.abs()), functional.binary_cross_entropy(share, x.abs(), weight));
        Same(BCEWithLogitsLoss(weight, Reduction.Sum, weight).call(x, share), functional.binary_cross_entropy_with_logits(x, share, weight, Reduction.Sum, weight));
        Same(HingeEmbeddingLoss().call(x, sign), functional.hinge_embedding_loss(x, sign, 1));
        Same(new TorchSharp.Modules.HingeEmbeddingLoss(0.3).call(x, sign), functional.hinge_embedding_loss(x, sign, 0.3));
        Same(SoftMarginLoss(Reduction.Sum).call(x, sign), functional.soft_margin_loss(x, sign, Reduction.Sum));
        Same(MultiMarginLoss(2, 0.4, weight).call(x, target), functional.multi_margin_loss(x, target, 2, 0.4, weight));
        Same(MultiLabelSoftMarginLoss(weight).call(x, share), functional.multilabel_soft_margin_loss(x, share, weight));
        Same(MultiLabelMarginLoss(Reduction.Sum).call(x, g(target)), functional.multi_label_margin_loss(x, g(target), Reduction.Sum));
        Same(PoissonNLLLoss(false, true, 0.01f).call(share, share), functional.poisson_nll_loss(share, share, false, true, 0.01f));

        static Tensor g(Tensor target) => stack([target, target.neg().sub(1).clamp(-1, 2), target], 1);
    }

    [Test]
    public void Losses_OfMoreArguments_AreTheirFunctions()
    {
        using var scope = NewDisposeScope();
        Tensor x = sin(arange(12, dtype: float64)).reshape(4, 3), y = cos(arange(12, dtype: float64)).reshape(4, 3), z = x * y;
        Tensor sign = y.select(1, 0).sign();
        Same(GaussianNLLLoss(true, reduction: Reduction.Sum).call(x, y, z.abs()), functional.gaussian_nll_loss(x, y, z.abs(), true, 1e-8f, Reduction.Sum));
        Same(CosineEmbeddingLoss(0.2).call(x, y, sign), functional.cosine_embedding_loss(x, y, sign, 0.2));
        Same(MarginRankingLoss(0.2).call(x, y, y.sign()), functional.margin_ranking_loss(x, y, y.sign(), 0.2));
        Same(TripletMarginLoss(0.5, 1, swap: true).call(x, y, z), functional.triplet_margin_loss(x, y, z, 0.5, 1, swap: true));
        Tensor log = x.reshape(2, 2, 3).log_softmax(2), labels = ones([2, 1], int64), lengths = ones([2], int64);
        Same(CTCLoss(0, true, Reduction.Sum).call(log, labels, lengths, lengths), functional.ctc_loss(log, labels, lengths, lengths, 0, true, Reduction.Sum));
    }

    [Test]
    public void GaussianNll_WithNegativeVariance_IsRefused()
    {
        using var scope = NewDisposeScope();
        Tensor x = ones(2, 3);
        FluentActions.Invoking(() => functional.gaussian_nll_loss(x, x, x * -1)).Should().Throw<ArgumentException>().WithMessage("*negative*");
        FluentActions.Invoking(() => functional.gaussian_nll_loss(x, x, ones(3, 3))).Should().Throw<ArgumentException>().WithMessage("*[3, 3]*");
    }

    private static void Same(Tensor actual, Tensor expected)
    {
        actual.shape.Should().Equal(expected.shape);
        actual.ToArray<double>().Should().Equal(expected.ToArray<double>());
    }
}
