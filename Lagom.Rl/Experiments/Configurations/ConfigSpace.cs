using System.Collections;

namespace Lagom.Rl;

/// <summary>Named items that span the configurations of an experiment: fixed values, grids, samples and conditions.</summary>
/// <remarks>
/// <code>
/// var space = new ConfigSpace
/// {
///     ["env"] = "CartPole-v1",
///     ["lr"] = ConfigGrid.Of(1e-3, 5e-3),
///     ["gamma"] = ConfigSample.Uniform(0.9, 1),
///     ["steps"] = ConfigCondition.Of(c => c.Number("lr") > 2e-3 ? 10_000 : 50_000),
/// };
/// IReadOnlyList&lt;Configuration&gt; configurations = space.Expand();
/// </code>
/// The seed of a run is no item: it is an argument of the experiment. Neither may an item be named ID, which numbers the configurations.
/// </remarks>
public sealed class ConfigSpace : IEnumerable<KeyValuePair<string, ConfigItem>>
{
    private readonly OrderedDictionary<string, ConfigItem> _items = new(StringComparer.Ordinal);

    /// <summary>An item; setting a name again replaces the item in its place.</summary>
    /// <param name="name">Its name, such as "agent.lr".</param>
    /// <exception cref="ArgumentException">The name is empty, "ID" or "seed".</exception>
    /// <exception cref="KeyNotFoundException">There is no such item to read.</exception>
    public ConfigItem this[string name]
    {
        get => _items[name];
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            if (name.Equals(Configuration.IdName, StringComparison.OrdinalIgnoreCase) || name.Equals("seed", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException(
                    $"An item cannot be named '{name}': {Configuration.IdName} numbers the configurations, and seeds are given to the experiment.", nameof(name));
            }

            _items[name] = value ?? ConfigValue.Null;
        }
    }

    /// <summary>Makes all configurations, with ids 0, 1, …; the last grid varies fastest.</summary>
    /// <param name="options">How often samples are drawn and in which order; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range, or conditions need each other in a circle; the message names them.</exception>
    public IReadOnlyList<Configuration> Expand(ExpansionOptions? options = null)
    {
        options ??= new ExpansionOptions();
        options.Validate();
        KeyValuePair<string, ConfigGrid>[] grids = [.. Of<ConfigGrid>()];
        KeyValuePair<string, ConfigSample>[] samples = [.. Of<ConfigSample>()];
        string[] order = options.KeepItemOrder
            ? [.. _items.Keys]
            : [.. _items.Where(item => item.Value is ConfigValue or ConfigCondition).Select(item => item.Key), .. grids.Select(grid => grid.Key), .. samples.Select(sample => sample.Key)];
        int points = grids.Aggregate(1, (product, grid) => checked(product * grid.Value.Values.Count));
        int passes = samples.Length == 0 ? 1 : options.Samples;

        var random = new RandomStream(options.Seed);
        List<Dictionary<string, ConfigValue>> draws =
            [.. Enumerable.Range(0, options.ShareSamples ? passes : checked(points * passes)).Select(draw => Draw(samples, random, draw))];
        return [.. Enumerable.Range(0, checked(points * passes)).Select(id => options.ShareSamples
            ? Make(id, GridPoint(grids, id / passes), draws[id % passes], order)
            : Make(id, GridPoint(grids, id % points), draws[id], order))];
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ConfigItem>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Dictionary<string, ConfigValue> Draw(KeyValuePair<string, ConfigSample>[] samples, RandomStream random, int draw) =>
        samples.ToDictionary(sample => sample.Key, sample => sample.Value.Draw(random.Split(sample.Key, draw)), StringComparer.Ordinal);

    private static Dictionary<string, ConfigValue> GridPoint(KeyValuePair<string, ConfigGrid>[] grids, int point)
    {
        var values = new Dictionary<string, ConfigValue>(StringComparer.Ordinal);
        for (int i = grids.Length - 1; i >= 0; i--)
        {
            (point, int index) = Math.DivRem(point, grids[i].Value.Values.Count);
            values.Add(grids[i].Key, grids[i].Value.Values[index]);
        }

        return values;
    }

    private Configuration Make(int id, Dictionary<string, ConfigValue> gridPoint, Dictionary<string, ConfigValue> draws, string[] order) =>
        Configuration.Resolve(id, order.Select(name => KeyValuePair.Create(name, _items[name] switch
        {
            ConfigGrid => gridPoint[name],
            ConfigSample => draws[name],
            ConfigItem item => item,
        })));

    private IEnumerable<KeyValuePair<string, TItem>> Of<TItem>()
        where TItem : ConfigItem =>
        _items.Where(item => item.Value is TItem).Select(item => KeyValuePair.Create(item.Key, (TItem)item.Value));
}
