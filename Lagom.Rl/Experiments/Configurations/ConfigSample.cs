namespace Lagom.Rl;

/// <summary>
/// An item of a <see cref="ConfigSpace"/> that is drawn at random. Each item has a random stream of its own, so that adding or removing
/// another item does not change its draws.
/// </summary>
public sealed class ConfigSample : ConfigItem
{
    private readonly Func<RandomStream, ConfigValue> _draw;

    private ConfigSample(Func<RandomStream, ConfigValue> draw) => _draw = draw;

    /// <summary>Draws by a function of yours.</summary>
    /// <param name="draw">Draws a value; all randomness must come from the stream that it gets.</param>
    public static ConfigSample Of(Func<RandomStream, ConfigValue> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return new ConfigSample(draw);
    }

    /// <summary>Draws numbers uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="low">The lower end, finite.</param>
    /// <param name="high">The upper end, finite, not below the lower one.</param>
    /// <exception cref="ArgumentException">The ends are not finite or not in order.</exception>
    public static ConfigSample Uniform(double low, double high)
    {
        CheckEnds(low, high);
        return Of(random => random.NextDouble(low, high));
    }

    /// <summary>Draws numbers whose logarithm is uniform: for small positive quantities such as learning rates.</summary>
    /// <param name="low">The lower end. Range: positive.</param>
    /// <param name="high">The upper end, finite, not below the lower one.</param>
    /// <exception cref="ArgumentException">The ends are not finite, not positive or not in order.</exception>
    public static ConfigSample LogUniform(double low, double high)
    {
        CheckEnds(low, high);
        if (low <= 0)
            throw new ArgumentException($"The lower end is {low}; it must be positive.", nameof(low));
        return Of(random => Math.Exp(random.NextDouble(Math.Log(low), Math.Log(high))));
    }

    /// <summary>Draws whole numbers, each with the same probability.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">The largest; it is drawn too.</param>
    /// <exception cref="ArgumentException">The ends are not in order.</exception>
    public static ConfigSample Integer(long low, long high)
    {
        if (high < low || high == long.MaxValue)
            throw new ArgumentException($"The ends are {low} and {high}; they must be in order, and the upper one below {long.MaxValue}.", nameof(high));
        return Of(random => random.NextInt64(low, high + 1));
    }

    /// <summary>Draws one of some values, each with the same probability.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static ConfigSample Choice(params ReadOnlySpan<ConfigValue> values)
    {
        IReadOnlyList<ConfigValue> choices = ConfigGrid.Of(values).Values;
        return Of(random => choices[random.NextInt32(choices.Count)]);
    }

    internal ConfigValue Draw(RandomStream random) => _draw(random);

    private static void CheckEnds(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || high < low)
            throw new ArgumentException($"The ends are {low} and {high}; they must be finite and in order.", nameof(high));
    }
}
