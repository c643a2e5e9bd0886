namespace Lagom.Rl;

/// <summary>Averages named figures over a piece of training.</summary>
internal sealed class OffPolicyMetrics
{
    private readonly Dictionary<string, (double Sum, long Count)> _sums = new(StringComparer.Ordinal);

    public void Add(string name, double value)
    {
        (double sum, long count) = _sums.GetValueOrDefault(name);
        _sums[name] = (sum + value, count + 1);
    }

    public Dictionary<string, double> Take()
    {
        Dictionary<string, double> means = _sums.ToDictionary(entry => entry.Key, entry => entry.Value.Sum / entry.Value.Count, StringComparer.Ordinal);
        _sums.Clear();
        return means;
    }
}
