using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Tensors that batches are drawn into, again and again.</summary>
internal sealed class ReplayTensors : IDisposable
{
    private readonly int[] _indices;

    public ReplayTensors(ReplayOptions options, int count)
    {
        Observations = Floats.Lasting(count, options.ObservationSize);
        NextObservations = Floats.Lasting(count, options.ObservationSize);
        Actions = Floats.Lasting(count, options.ActionSize);
        Rewards = new float[count];
        Discounts = new float[count];
        Weights = new float[count];
        _indices = new int[count];
    }

    public int Count => Rewards.Length;

    public Tensor Observations { get; }

    public Tensor NextObservations { get; }

    public Tensor Actions { get; }

    public float[] Rewards { get; }

    public float[] Discounts { get; }

    public float[] Weights { get; }

    public ReadOnlySpan<int> Indices => _indices;

    public void Draw(ReplayBuffer buffer, RandomStream random) => buffer.Sample(random, new ReplayBatch
    {
        Observations = Observations.Numbers(),
        Actions = Actions.Numbers(),
        Rewards = Rewards,
        Discounts = Discounts,
        NextObservations = NextObservations.Numbers(),
        Indices = _indices,
        Weights = Weights,
    });

    public void Dispose()
    {
        Observations.Dispose();
        NextObservations.Dispose();
        Actions.Dispose();
    }
}
