using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>Masks and copies; values are among those of <see cref="ModuleValueTests"/>.</summary>
[NonParallelizable]
public sealed class AttentionTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void Begin()
    {
        manual_seed(5);
        _scope = NewDisposeScope();
    }

    [TearDown]
    public void End() => _scope.Dispose();

    [TestCase(false)]
    [TestCase(true)]
    public void Attention_PaddedSources_AreAsIfTheyWereNotThere(bool hasFurther)
    {
        MultiheadAttention attention = nn.MultiheadAttention(6, 3, add_bias_kv: hasFurther, add_zero_attn: hasFurther).to(float64);
        Tensor query = randn(2, 2, 6, dtype: float64), key = randn(5, 2, 6, dtype: float64), value = randn(5, 2, 6, dtype: float64);
        Tensor padding = tensor(new[] { false, false, false, true, true }).repeat(2, 1);
        (Tensor masked, Tensor weights) = attention.call(query, key, value, padding);
        (Tensor shortened, Tensor fewer) = attention.call(query, key[..3], value[..3]);
        ShouldEqual(masked, shortened);
        ShouldEqual(weights[.., .., ..3], fewer[.., .., ..3]);
        weights[.., .., 3..5].sum().item<double>().Should().Be(0);
        weights.sum(-1).ToArray<double>().Should().OnlyContain(sum => Math.Abs(sum - 1) < 1e-12);
    }

    [Test]
    public void Attention_MaskOfPairs_MayBeBooleanOrAddedOrPerHead()
    {
        MultiheadAttention attention = nn.MultiheadAttention(6, 3).to(float64);
        Tensor x = randn(4, 2, 6, dtype: float64);
        Tensor later = ones(4, 4, dtype: float64).triu(1).type(ScalarType.Bool);
        Tensor added = zeros(4, 4, dtype: float64).masked_fill(later, double.NegativeInfinity);
        Tensor output = attention.call(x, x, x, attn_mask: later).Item1;
        ShouldEqual(attention.call(x, x, x, attn_mask: added).Item1, output);
        ShouldEqual(attention.call(x, x, x, attn_mask: later.repeat(6, 1, 1)).Item1, output);
        Tensor changed = x.clone();
        changed[3] += 1;
        ShouldEqual(attention.call(changed, changed, changed, attn_mask: later).Item1[..3], output[..3]);
        (attention.call(x, x, x, need_weights: false).Item2 is null).Should().BeTrue();
    }

    [Test]
    public void Encoder_Masks_ReachEveryLayer()
    {
        TransformerEncoder encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 3, 8, 0), 2).to(float64);
        Tensor x = randn(4, 2, 6, dtype: float64), changed = x.clone();
        changed[3] += 1;
        Tensor later = ones(4, 4, dtype: float64).triu(1).type(ScalarType.Bool);
        Tensor padding = tensor(new[] { false, false, false, true }).repeat(2, 1);
        ShouldEqual(encoder.call(changed, later)[..3], encoder.call(x, later)[..3]);
        ShouldEqual(encoder.call(changed, null!, padding)[..3], encoder.call(x[..3])[..3]);
    }

    [Test]
    public void Encoder_OfALayer_HasCopiesInItsModeAndDrawsNothing()
    {
        TransformerEncoderLayer layer = nn.TransformerEncoderLayer(4, 2, 6).to(float64);
        layer.eval();
        layer.parameters().First().requires_grad = false;
        manual_seed(1);
        double expected = rand(1).item<float>();
        manual_seed(1);
        TransformerEncoder encoder = nn.TransformerEncoder(layer, 2);
        rand(1).item<float>().Should().Be((float)expected);
        encoder.training.Should().BeTrue();
        encoder.children().Single().children().Should().OnlyContain(copy => !copy.training);
        encoder.named_parameters().Where(one => !one.parameter.requires_grad).Select(one => one.name)
            .Should().Equal("layers.0.self_attn.in_proj_weight", "layers.1.self_attn.in_proj_weight");
        using (no_grad())
            layer.parameters().Last().add_(1);
        ShouldEqual(encoder.parameters().Last(), layer.parameters().Last() - 1);
    }

    [Test]
    public void Dropout_InTrainingOnly_ChangesOutputs()
    {
        TransformerEncoderLayer layer = nn.TransformerEncoderLayer(8, 2, 8, 0.5).to(float64);
        Tensor x = randn(4, 2, 8, dtype: float64);
        layer.call(x).ToArray<double>().Should().NotEqual(layer.call(x).ToArray<double>());
        layer.eval();
        ShouldEqual(layer.call(x), layer.call(x));
    }

    [Test]
    public void Attention_WrongArguments_SaysWhich()
    {
        FluentActions.Invoking(() => nn.MultiheadAttention(5, 2)).Should().Throw<ArgumentException>().WithMessage("*num_heads is 2*5*");
        FluentActions.Invoking(() => nn.MultiheadAttention(4, 2, dropout: 1.5)).Should().Throw<ArgumentException>().WithMessage("*dropout is 1.5*");
        FluentActions.Invoking(() => nn.MultiheadAttention(4, 2, kdim: 0)).Should().Throw<ArgumentException>().WithMessage("*kdim is 0*");
        FluentActions.Invoking(() => nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2), 0)).Should().Throw<ArgumentException>().WithMessage("*num_layers is 0*");
        MultiheadAttention attention = nn.MultiheadAttention(4, 2);
        Tensor x = zeros(3, 2, 4);
        FluentActions.Invoking(() => attention.call(x, zeros(3, 2, 5), x)).Should().Throw<ArgumentException>().WithMessage("*[3, 2, 5]*length by batch by 4*key*");
        FluentActions.Invoking(() => nn.EmbeddingBag(3, 2, padding_index: 3)).Should().Throw<ArgumentException>().WithMessage("*padding_index is 3*");
        FluentActions.Invoking(() => nn.EmbeddingBag(3, 2).call(zeros(3, dtype: int64))).Should().Throw<ArgumentException>().WithMessage("*no offsets*");
    }

    [Test]
    public void EmbeddingBag_Learns_WhatIsInTheBags()
    {
        EmbeddingBag bag = nn.EmbeddingBag(4, 2, mode: EmbeddingBagMode.Sum, padding_index: 1, dtype: float64);
        bag.weight[1].ToArray<double>().Should().Equal(0, 0);
        Tensor indices = tensor(new[] { 0L, 1, 2, 2 }).reshape(2, 2);
        bag.call(indices).sum().backward();
        bag.weight.Gradient()!.ToArray<double>().Should().Equal(1, 1, 0, 0, 2, 2, 0, 0);
        bag.call(indices.flatten(), tensor(new[] { 0L, 2 })).ToArray<double>().Should().Equal(bag.call(indices).ToArray<double>());
    }

    private static void ShouldEqual(Tensor actual, Tensor expected)
    {
        actual.shape.Should().Equal(expected.shape);
        (actual - expected).abs().max().item<double>().Should().BeLessThan(1e-12);
    }
}
