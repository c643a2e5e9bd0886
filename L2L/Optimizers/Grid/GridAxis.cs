namespace L2L;

/// <summary>The values of one parameter on a grid: equally spaced on the scale that is searched, both ends included.</summary>
/// <param name="Lower">The first value.</param>
/// <param name="Upper">The last value.</param>
/// <param name="Steps">Into how many intervals the range is divided; there is one more value. Range: at least 1.</param>
public sealed record GridAxis(double Lower, double Upper, int Steps);
