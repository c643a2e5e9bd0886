namespace Lagom.Rl;

/// <summary>Divides rewards by the running standard deviation of the discounted return.</summary>
internal sealed class RewardNormalizer(int environments, double gamma)
{
    private const double Clip = 10;

    private readonly double[] _returns = new double[environments];

    public RunningMeanVar Moments { get; } = new(1);

    public void Apply(ReadOnlySpan<double> rewards, ReadOnlySpan<bool> terminated, ReadOnlySpan<bool> truncated, Span<float> destination)
    {
        for (int i = 0; i < rewards.Length; i++)
            _returns[i] = rewards[i] + gamma * _returns[i];
        Moments.Add(_returns);
        double deviation = Math.Sqrt(Moments.Variance[0] + 1e-8);
        for (int i = 0; i < rewards.Length; i++)
        {
            destination[i] = (float)Math.Clamp(rewards[i] / deviation, -Clip, Clip);
            if (terminated[i] || truncated[i])
                _returns[i] = 0;
        }
    }

    public void Save(NumberWriter writer) => writer.Write<double>(_returns);

    public void Load(NumberReader reader) => reader.Read<double>(_returns);

    /// <summary>All copies begin anew.</summary>
    public void Restart() => Array.Clear(_returns);
}
