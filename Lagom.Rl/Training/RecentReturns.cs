namespace Lagom.Rl;

/// <summary>The returns of the last hundred episodes.</summary>
internal sealed class RecentReturns
{
    private const int Most = 100;

    private readonly Queue<double> _returns = new(Most);

    public double Mean => _returns.Count == 0 ? double.NaN : _returns.Average();

    public double[] Saved => [.. _returns];

    public void Add(double sum)
    {
        if (_returns.Count == Most)
            _returns.Dequeue();
        _returns.Enqueue(sum);
    }
}
