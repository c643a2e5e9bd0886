namespace Shared.Tensors;

/// <summary>The state of a <see cref="RandomStream"/>: 32 bytes that can be stored anywhere, JSON included.</summary>
/// <param name="Key0">The first word of the key.</param>
/// <param name="Key1">The second word of the key.</param>
/// <param name="Blocks">How many blocks of four words were generated.</param>
/// <param name="Used">How many words of the last block were drawn. Range: 0 to 4; 4 where no block was generated.</param>
public readonly record struct RandomStreamState(ulong Key0, ulong Key1, ulong Blocks, int Used);
