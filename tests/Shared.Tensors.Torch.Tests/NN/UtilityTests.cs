using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>nn.utils: clipping, vectors, packed sequences.</summary>
[NonParallelizable]
public sealed class UtilityTests
{
    [TestCase(2, 5)]
    [TestCase(1, 7)]
    [TestCase(double.PositiveInfinity, 4)]
    public void ClipGradNorm_OfLargeGradients_ScalesThem(double kind, double norm)
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = WithGradients();
        nn.utils.clip_grad_norm_(parameters, 1, kind).Should().BeApproximately(norm, 1e-12);
        parameters[0].Gradient()!.ToArray<double>()[0].Should().BeApproximately(3 / norm, 1e-5);
        parameters[1].Gradient()!.ToArray<double>()[1].Should().BeApproximately(-4 / norm, 1e-5);
        nn.utils.clip_grad_norm_(parameters, 100, kind).Should().BeApproximately(1, 1e-5);
        parameters[0].Gradient()!.ToArray<double>()[0].Should().BeApproximately(3 / norm, 1e-5);
        nn.utils.clip_grad_norm_([parameters[2]], 1).Should().Be(0);
    }

    [Test]
    public void ClipGradValue_OfGradients_ClampsThem()
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = WithGradients();
        nn.utils.clip_grad_value_(parameters, 3.5);
        parameters[0].Gradient()!.ToArray<double>().Should().Equal(3, 0);
        parameters[1].Gradient()!.ToArray<double>().Should().Equal(0, -3.5);
    }

    [Test]
    public void Vector_OfParameters_GoesThereAndBack()
    {
        using var scope = NewDisposeScope();
        using Linear layer = nn.Linear(2, 3), other = nn.Linear(2, 3);
        Tensor vector = nn.utils.parameters_to_vector(layer.parameters());
        vector.shape.Should().Equal(9);
        vector.requires_grad.Should().BeTrue();
        nn.utils.vector_to_parameters(vector, other.parameters());
        other.weight.ToArray<float>().Should().Equal(layer.weight.ToArray<float>());
        other.bias!.ToArray<float>().Should().Equal(layer.bias!.ToArray<float>());
        FluentActions.Invoking(() => nn.utils.vector_to_parameters(ones(8), other.parameters())).Should().Throw<ArgumentException>().WithMessage("*8*9*");
    }

    [Test]
    public void PackedSequences_ReadByLstm_AreEachReadAlone()
    {
        using var scope = NewDisposeScope();
        using LSTM lstm = nn.LSTM(3, 4, 2, bidirectional: true, dtype: float64);
        long[] lengths = [2, 4, 3];
        Tensor[] sequences = [.. lengths.Select((length, index) => sin(arange(length * 3, dtype: float64) + index).reshape(length, 3))];
        using nn.utils.rnn.PackedSequence packed = nn.utils.rnn.pack_sequence(sequences, enforce_sorted: false);
        packed.batch_sizes.ToArray<long>().Should().Equal(3, 3, 2, 1);

        var (output, h, c) = lstm.call(packed);
        var (padded, found) = nn.utils.rnn.pad_packed_sequence(output);
        found.ToArray<long>().Should().Equal(lengths);
        for (int i = 0; i < lengths.Length; i++)
        {
            var (alone, hAlone, cAlone) = lstm.call(sequences[i].unsqueeze(1));
            Near(padded.select(1, i).narrow(0, 0, lengths[i]), alone.squeeze(1));
            Near(h.select(1, i), hAlone.squeeze(1));
            Near(c.select(1, i), cAlone.squeeze(1));
        }

        using GRU gru = nn.GRU(3, 4, dtype: float64);
        var (gruOutput, gruState) = gru.call(packed);
        Near(gruState.select(1, 1), gru.call(sequences[1].unsqueeze(1)).Item2.squeeze(1));
        gruOutput.Dispose();
        using RNN rnn = nn.RNN(3, 4, dtype: float64);
        var (rnnOutput, rnnState) = rnn.call(packed);
        Near(rnnState.select(1, 2), rnn.call(sequences[2].unsqueeze(1)).Item2.squeeze(1));
        rnnOutput.Dispose();
    }

    [Test]
    public void PadSequence_OfLengths_FillsUp()
    {
        using var scope = NewDisposeScope();
        Tensor padded = nn.utils.rnn.pad_sequence([ones(2), ones(3)], batch_first: true, padding_value: -1);
        padded.ToArray<float>().Should().Equal(1, 1, -1, 1, 1, 1);
    }

    [Test]
    public void RecurrentDropout_InTrainingOnly_IsRandom()
    {
        using var scope = NewDisposeScope();
        using LSTM lstm = nn.LSTM(3, 16, 2, dropout: 0.5);
        Tensor input = ones(4, 2, 3);
        lstm.call(input).Item1.ToArray<float>().Should().NotEqual(lstm.call(input).Item1.ToArray<float>());
        lstm.eval();
        lstm.call(input).Item1.ToArray<float>().Should().Equal(lstm.call(input).Item1.ToArray<float>());
        FluentActions.Invoking(() => nn.LSTM(3, 0)).Should().Throw<ArgumentException>().WithMessage("*hiddenSize is 0*");
        FluentActions.Invoking(() => nn.GRU(3, 2, dropout: 1.5)).Should().Throw<ArgumentException>().WithMessage("*1.5*");
    }

    [Test]
    public void RnnWeights_ByLayer_AreThoseRegistered()
    {
        using RNN rnn = nn.RNN(3, 4, 2, bias: false, bidirectional: true);
        rnn.get_weight_ih(1).Should().BeSameAs(rnn.get_parameter("weight_ih_l0_reverse"));
        rnn.get_weight_hh(2).Should().BeSameAs(rnn.get_parameter("weight_hh_l1"));
        (rnn.get_bias_ih(0) is null).Should().BeTrue();
        FluentActions.Invoking(() => rnn.get_weight_ih(4)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static Parameter[] WithGradients()
    {
        Parameter[] parameters = [new(zeros(2, dtype: float64)), new(zeros(2, dtype: float64)), new(zeros(1))];
        parameters[0].SetGradient(tensor(new[] { 3.0, 0 }));
        parameters[1].SetGradient(tensor(new[] { 0, -4.0 }));
        return parameters;
    }

    private static void Near(Tensor actual, Tensor expected)
    {
        actual.shape.Should().Equal(expected.shape);
        (actual - expected).abs().max().item<double>().Should().BeLessThan(1e-12);
    }
}
