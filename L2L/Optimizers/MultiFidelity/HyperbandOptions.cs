namespace L2L;

/// <summary>Options of <see cref="Hyperband"/>.</summary>
public sealed record HyperbandOptions : HalvingOptions;
