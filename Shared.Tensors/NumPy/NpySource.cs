namespace Shared.Tensors.NumPy;

/// <summary>What an array is read from, for messages.</summary>
/// <param name="Description">Such as <c>'points.npy'</c>.</param>
internal sealed record NpySource(string Description)
{
    public NpySource Entry(string name) => new($"Entry '{name}' of {char.ToLowerInvariant(Description[0])}{Description.AsSpan(1)}");

    public InvalidDataException Invalid(string reason, Exception? inner = null) =>
        new($"{Description} cannot be read: {reason}.", inner);
}
