namespace Lagom.Rl;

/// <summary>Standard normal noise, a series for each place, in which a share of each step's stays in the next.</summary>
/// <remarks><b>Source:</b> Uhlenbeck and Ornstein (1930), "On the theory of the Brownian motion", at equal time steps.</remarks>
internal sealed class ExplorationNoise(int count, double correlation)
{
    private readonly double[] _state = new double[count];
    private readonly double _innovation = Math.Sqrt(1 - correlation * correlation);

    public double Next(int index, RandomStream random) => _state[index] = correlation * _state[index] + _innovation * random.NextNormal();

    public void Save(Dictionary<string, double> numbers)
    {
        for (int i = 0; i < _state.Length; i++)
            numbers[Name(i)] = _state[i];
    }

    public void Load(IReadOnlyDictionary<string, double> numbers)
    {
        for (int i = 0; i < _state.Length; i++)
            _state[i] = numbers[Name(i)];
    }

    private static string Name(int index) => FormattableString.Invariant($"noise_{index}");
}
