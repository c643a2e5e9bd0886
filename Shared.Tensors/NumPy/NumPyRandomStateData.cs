namespace Shared.Tensors.NumPy;

/// <summary>The state of a <see cref="NumPyRandomState"/>, as NumPy's <c>RandomState.get_state</c> returns it.</summary>
/// <param name="Key">The 624 words of the Mersenne Twister.</param>
/// <param name="Position">How many of them were drawn. Range: 0 to 624.</param>
/// <param name="HasGauss">Whether the second normal number of a pair is waiting.</param>
/// <param name="CachedGaussian">That number; 0 where there is none.</param>
public sealed record NumPyRandomStateData(IReadOnlyList<uint> Key, int Position, bool HasGauss, double CachedGaussian);
