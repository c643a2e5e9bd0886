namespace Lagom.Rl;

/// <summary>Normal noise of a fixed standard deviation in which a share of each step's stays in the next.</summary>
internal sealed class ExplorationNoise(int count, double deviation, double correlation)
{
    private readonly double[] _state = new double[count];
    private readonly double _innovation = Math.Sqrt(1 - correlation * correlation);

    public ReadOnlySpan<double> State => _state;

    /// <summary>Adds the next noise to actions and keeps them in [-1, 1].</summary>
    public void Add(Span<float> actions, RandomStream random)
    {
        for (int i = 0; i < actions.Length; i++)
        {
            _state[i] = correlation * _state[i] + _innovation * random.NextNormal();
            actions[i] = (float)Math.Clamp(actions[i] + deviation * _state[i], -1, 1);
        }
    }

    public void Restore(int index, double value) => _state[index] = value;
}
