namespace Lagom.Rl;

/// <summary>A replay buffer that draws every transition with the same probability.</summary>
public sealed class UniformReplay : ReplayBuffer
{
    /// <summary>Makes an empty buffer.</summary>
    /// <param name="options">What it holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public UniformReplay(ReplayOptions options)
        : base(options)
    {
    }

    private protected override int Kind => 1;

    private protected override void Draw(RandomStream random, ReplayBatch batch)
    {
        for (int i = 0; i < batch.Rewards.Length; i++)
            CopyRow(random.NextInt32(Count), i, batch);
        batch.Weights.Fill(1);
    }
}
