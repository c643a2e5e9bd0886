using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>Networks made by the user's factory, in evaluation mode. Computes with torch, in chunks of points.</summary>
internal sealed class ModuleNetwork : FittedNetwork
{
    private const int ChunkPoints = 8192;

    private readonly nn.Module<Tensor, Tensor>[] _members;
    private readonly ScalarType _type;
    private readonly Device _device;

    public ModuleNetwork(nn.Module<Tensor, Tensor>[] members, ScalarType type, Device device, OutputTransform outputs)
        : base(outputs)
    {
        _members = members;
        _type = type;
        _device = device;
        foreach (nn.Module<Tensor, Tensor> member in members)
            member.eval();
    }

    public IReadOnlyList<nn.Module<Tensor, Tensor>> Members => _members;

    public override double Predict(ReadOnlySpan<double> coordinates, Span<double> y)
    {
        Span<double> spread = stackalloc double[1];
        PredictBatch(coordinates, y, spread);
        return spread[0];
    }

    public override void PredictBatch(ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads)
    {
        int rank = coordinates.Length / Math.Max(spreads.Length, 1);
        int m = Outputs.Dimension;
        for (int start = 0; start < spreads.Length; start += ChunkPoints)
        {
            int count = Math.Min(ChunkPoints, spreads.Length - start);
            PredictChunk(
                coordinates.Slice(start * rank, count * rank), values.Slice(start * m, count * m), spreads.Slice(start, count));
        }
    }

    public override IEnumerable<KeyValuePair<string, Tensor>> Weights()
    {
        for (int member = 0; member < _members.Length; member++)
        {
            foreach ((string name, Tensor tensor) in _members[member].state_dict())
                yield return KeyValuePair.Create($"members.{member}.{name}", tensor);
        }
    }

    private void PredictChunk(ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads)
    {
        using var mode = no_grad();
        using DisposeScope scope = NewDisposeScope();
        int m = Outputs.Dimension;
        Tensor x = tensor(coordinates.ToArray(), [spreads.Length, coordinates.Length / spreads.Length], dtype: _type, device: _device);
        var squares = _members.Length > 1 ? new double[values.Length] : [];
        values.Clear();
        for (int member = 0; member < _members.Length; member++)
        {
            Tensor y = _members[member].call(x);
            if (y.numel() != values.Length)
                throw new InvalidOperationException($"The network answered {spreads.Length} points of {m} outputs with {y.numel()} numbers.");
            double[] numbers = y.type(ScalarType.Float64).cpu().ToArray<double>();
            for (int i = 0; i < numbers.Length; i++)
            {
                double difference = numbers[i] - values[i];
                values[i] += difference / (member + 1);
                if (squares.Length > 0)
                    squares[i] += difference * (numbers[i] - values[i]);
            }
        }

        spreads.Clear();
        for (int i = 0; i < values.Length; i++)
        {
            int c = i % m;
            values[i] = Outputs.Back(values[i], c);
            if (squares.Length > 0)
                spreads[i / m] = Math.Max(spreads[i / m], Outputs.Scale[c] * Math.Sqrt(squares[i] / (_members.Length - 1)));
        }
    }
}
