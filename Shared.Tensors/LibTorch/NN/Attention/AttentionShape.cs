namespace TorchSharp.Modules;

/// <summary>How a <see cref="MultiheadAttention"/> is built.</summary>
internal sealed record AttentionShape(long Size, long Heads, double Dropout, bool HasBias, bool HasKeyValueBias, bool HasZero, long KeySize, long ValueSize)
{
    /// <summary>The shape, where it is possible.</summary>
    internal AttentionShape Checked()
    {
        if (Size < 1)
            throw new ArgumentException($"embedded_dim is {Size}; it must be at least 1.", "embedded_dim");
        if (Heads < 1 || Size % Heads != 0)
            throw new ArgumentException($"num_heads is {Heads}; it must be at least 1 and divide embedded_dim, which is {Size}.", "num_heads");
        if (Dropout is not (>= 0 and <= 1))
            throw new ArgumentException($"dropout is {Dropout}; it must be between 0 and 1.", "dropout");
        if (KeySize < 1)
            throw new ArgumentException($"kdim is {KeySize}; it must be at least 1.", "kdim");
        if (ValueSize < 1)
            throw new ArgumentException($"vdim is {ValueSize}; it must be at least 1.", "vdim");
        return this;
    }
}
