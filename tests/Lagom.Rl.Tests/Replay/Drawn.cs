namespace Lagom.Rl.Tests.Replay;

/// <summary>Arrays for a batch drawn from a buffer.</summary>
internal sealed class Drawn(ReplayOptions options, int count)
{
    public float[] Observations { get; } = new float[count * options.ObservationSize];

    public float[] Actions { get; } = new float[count * options.ActionSize];

    public float[] Rewards { get; } = new float[count];

    public float[] Discounts { get; } = new float[count];

    public float[] NextObservations { get; } = new float[count * options.ObservationSize];

    public int[] Indices { get; } = new int[count];

    public float[] Weights { get; } = new float[count];

    public static Drawn From(ReplayBuffer buffer, long seed, int count)
    {
        var drawn = new Drawn(buffer.Options, count);
        drawn.Fill(buffer, new RandomStream(seed));
        return drawn;
    }

    public void Fill(ReplayBuffer buffer, RandomStream random) => buffer.Sample(random, new ReplayBatch
    {
        Observations = Observations,
        Actions = Actions,
        Rewards = Rewards,
        Discounts = Discounts,
        NextObservations = NextObservations,
        Indices = Indices,
        Weights = Weights,
    });
}
