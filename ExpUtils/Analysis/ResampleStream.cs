namespace ExpUtils;

/// <summary>Random positions for resampling. The same seed gives the same positions on every machine.</summary>
/// <remarks><b>Source:</b> Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators" (SplitMix64).</remarks>
internal sealed class ResampleStream(long seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>A position below a bound.</summary>
    public int Next(int bound)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)Math.BigMul(z ^ (z >> 31), (ulong)bound, out _);
        }
    }
}
