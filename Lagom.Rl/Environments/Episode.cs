using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lagom.Rl;

/// <summary>What environments keep of their episode: whether one is running, and the random stream.</summary>
internal struct Episode
{
    private RandomStream? _random;
    private bool _isRunning;

    public Episode()
    {
    }

    public readonly RandomStream Random => _random ?? throw new InvalidOperationException("There is no random stream before the first episode.");

    public RandomStream Begin(long? seed)
    {
        if (seed is { } given)
            _random = new RandomStream(given);
        _random ??= new RandomStream(0);
        _isRunning = true;
        return _random;
    }

    // An episode that starts from a state that the caller chose.
    public void BeginAt()
    {
        _random ??= new RandomStream(0);
        _isRunning = true;
    }

    public void End() => _isRunning = false;

    public readonly void Save(NumberWriter writer)
    {
        writer.Write(_isRunning ? 1 : 0);
        writer.Write(_random);
    }

    public void Load(NumberReader reader)
    {
        _isRunning = reader.ReadInt32("whether an episode runs", 0, 1) == 1;
        _random = reader.ReadStream();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void CheckRunning()
    {
        if (!_isRunning)
            ThrowNotRunning();
    }

    [DoesNotReturn]
    public static void ThrowNotRunning() =>
        throw new InvalidOperationException("There is no episode to step in: call Reset first, and again after a step that is terminated or truncated.");
}
