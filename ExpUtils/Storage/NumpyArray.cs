namespace ExpUtils;

/// <summary>An array of numbers as NumPy's <c>.npy</c> files hold them.</summary>
/// <param name="Shape">The lengths of its dimensions; empty for a single number.</param>
/// <param name="Values">The numbers, the last dimension fastest; as many as the product of the shape.</param>
public sealed record NumpyArray(IReadOnlyList<int> Shape, double[] Values);
