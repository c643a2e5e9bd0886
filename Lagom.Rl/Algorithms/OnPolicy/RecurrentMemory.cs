using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>What the rows of a batch remember: the numbers of an LSTM's state.</summary>
internal sealed class RecurrentMemory(int rows, int units)
{
    public int Rows => rows;

    public int Units => units;

    public float[] Hidden { get; } = new float[rows * units];

    public float[] Cell { get; } = new float[rows * units];

    public void Forget(int row)
    {
        Hidden.AsSpan(row * units, units).Clear();
        Cell.AsSpan(row * units, units).Clear();
    }

    public void Forget(ReadOnlySpan<bool> isFirst)
    {
        for (int row = 0; row < isFirst.Length; row++)
        {
            if (isFirst[row])
                Forget(row);
        }
    }

    public void CopyTo(RecurrentMemory other)
    {
        Hidden.CopyTo(other.Hidden, 0);
        Cell.CopyTo(other.Cell, 0);
    }

    /// <summary>Some rows as tensors.</summary>
    public LstmState State(int first, int count) => new(
        tensor(Hidden.AsSpan(first * units, count * units).ToArray(), [count, units]), tensor(Cell.AsSpan(first * units, count * units).ToArray(), [count, units]));

    public void Set(LstmState state)
    {
        state.Hidden.ToArray<float>().CopyTo(Hidden, 0);
        state.Cell.ToArray<float>().CopyTo(Cell, 0);
    }
}
