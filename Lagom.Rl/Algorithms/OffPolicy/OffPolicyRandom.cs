namespace Lagom.Rl;

/// <summary>The random streams of an off-policy run, split from its seed.</summary>
internal sealed class OffPolicyRandom
{
    private readonly RandomStream[] _streams;

    public OffPolicyRandom(long seed)
    {
        var root = new RandomStream(seed);
        Initialization = root.Split("initialization");
        _streams = [root.Split("environments"), root.Split("exploration"), root.Split("replay"), root.Split("learning")];
    }

    public RandomStream Initialization { get; }

    public RandomStream Environments => _streams[0];

    public RandomStream Exploration => _streams[1];

    public RandomStream Replay => _streams[2];

    public RandomStream Learning => _streams[3];

    public RandomStreamState[] States
    {
        get => [.. _streams.Select(stream => stream.State)];
        set
        {
            if (value.Length != _streams.Length)
                throw new InvalidDataException($"The checkpoint holds {value.Length} random streams; there must be {_streams.Length}.");
            for (int i = 0; i < value.Length; i++)
                _streams[i] = new RandomStream(value[i]);
        }
    }
}
