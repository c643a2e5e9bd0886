namespace ExpUtils;

/// <summary>The measurements of one metric in one run.</summary>
/// <param name="Parameters">The configuration.</param>
/// <param name="Run">The number of the run.</param>
/// <param name="Frames">The frames (steps), ascending.</param>
/// <param name="Values">The values, one per frame.</param>
public sealed record RunSeries(ParameterSet Parameters, long Run, long[] Frames, double[] Values);
