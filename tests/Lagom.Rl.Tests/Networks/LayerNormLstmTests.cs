using System.Text.Json;
using static TorchSharp.torch;

namespace Lagom.Rl.Tests.Networks;

public sealed class LayerNormLstmTests
{
    private static JsonElement Vectors => Golden.Read("lagom/networks.json").GetProperty("layer_norm_lstm");

    [Test]
    public void Cell_GoldenStep_Matches()
    {
        using DisposeScope scope = NewDisposeScope();
        using var cell = new LayerNormLstmCell(2, 3, new RandomStream(0));
        Fill(cell, Vectors.GetProperty("cell1"));
        cell.ParameterCount().Should().Be(4 * 3 * 2 + 4 * 3 * 3 + 2 * 12 + 2 * 12 + 2 * 3);
        LstmState state = cell.call(Of("x")[0], new LstmState(Of("h0"), Of("c0")));
        JsonElement expected = Vectors.GetProperty("single_step");
        state.Hidden.ToArray<float>().ShouldMatch(expected.Numbers("h"), 1e-5, "h", 1e-6);
        state.Cell.ToArray<float>().ShouldMatch(expected.Numbers("c"), 1e-5, "c", 1e-6);
    }

    [Test]
    public void Stack_GoldenSequence_Matches()
    {
        using DisposeScope scope = NewDisposeScope();
        using var lstm = new LayerNormLstm(2, 3, new RandomStream(0), layers: 2);
        Fill(lstm.Layers[0].Cell, Vectors.GetProperty("cell1"));
        Fill(lstm.Layers[1].Cell, Vectors.GetProperty("cell2"));
        (Tensor output, IReadOnlyList<LstmState> last) = lstm.call(Of("x"), [new LstmState(Of("h0"), Of("c0")), LstmState.Zeros(2, 3)]);
        JsonElement expected = Vectors.GetProperty("stacked");
        output.ToArray<float>().ShouldMatch(expected.Numbers("output"), 1e-5, "output", 2e-6);
        JsonElement[] states = [.. expected.Items("final_states")];
        for (int layer = 0; layer < 2; layer++)
        {
            last[layer].Hidden.ToArray<float>().ShouldMatch(states[layer][0].Numbers(), 1e-5, "hidden", 2e-6);
            last[layer].Cell.ToArray<float>().ShouldMatch(states[layer][1].Numbers(), 1e-5, "cell", 2e-6);
        }
    }

    [Test]
    public void Run_EpisodeStart_ForgetsOnlyThatRow()
    {
        using DisposeScope scope = NewDisposeScope();
        using var lstm = new LayerNormLstm(2, 3, new RandomStream(5), layers: 2);
        Tensor x = Noise.NormalLike(zeros(4, 2, 2), new RandomStream(6));
        Tensor starts = tensor(new float[] { 0, 0, 0, 1, 0, 0, 0, 0 }, [4, 2]);
        Tensor whole = lstm.Run(x, lstm.Start(2), starts).Output;
        Tensor kept = lstm.Run(x, lstm.Start(2)).Output;
        Tensor second = lstm.Run(x[TensorIndex.Slice(1)], lstm.Start(2)).Output;
        whole[3][0].ToArray<float>().Should().Equal(kept[3][0].ToArray<float>());
        whole[3][1].ToArray<float>().ShouldMatch([.. second[2][1].ToArray<float>().Select(n => (double)n)], 1e-5, "restarted", 1e-6);
    }

    [Test]
    public void Run_SequencesOfTheirOwnLengths_KeepEachLastState()
    {
        using DisposeScope scope = NewDisposeScope();
        using var lstm = new LayerNormLstm(2, 3, new RandomStream(5));
        Tensor x = Noise.NormalLike(zeros(4, 2, 2), new RandomStream(6));
        Tensor present = tensor(new float[] { 1, 1, 1, 1, 1, 0, 1, 0 }, [4, 2]);
        (Tensor output, IReadOnlyList<LstmState> last) = lstm.Run(x, lstm.Start(2), present: present);
        LstmState shorter = lstm.Run(x[TensorIndex.Slice(0, 2)], lstm.Start(2)).Last[0];
        last[0].Hidden[1].ToArray<float>().ShouldMatch([.. shorter.Hidden[1].ToArray<float>().Select(n => (double)n)], 1e-6, "short", 1e-6);
        last[0].Hidden[0].ToArray<float>().Should().Equal(output[3][0].ToArray<float>());
    }

    private static void Fill(LayerNormLstmCell cell, JsonElement weights)
    {
        Set("weight_ih", weights.GetProperty("weight_ih"));
        Set("weight_hh", weights.GetProperty("weight_hh"));
        foreach (string norm in (string[])["ln_input", "ln_hidden", "ln_cell"])
        {
            Set(norm + ".weight", weights.GetProperty(norm).GetProperty("weight"));
            Set(norm + ".bias", weights.GetProperty(norm).GetProperty("bias"));
        }

        void Set(string name, JsonElement numbers) => cell.named_parameters().Single(pair => pair.name == name).parameter.Set(numbers.Singles());
    }

    private static Tensor Of(string name)
    {
        JsonElement element = Vectors.GetProperty(name);
        var shape = new List<long>();
        for (JsonElement at = element; at.ValueKind == JsonValueKind.Array; at = at[0])
            shape.Add(at.GetArrayLength());
        return tensor(element.Singles(), [.. shape]);
    }
}
