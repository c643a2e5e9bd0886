namespace L2L;

/// <summary>One of the temperatures that the chains of parallel tempering exchange.</summary>
/// <param name="Schedule">How it falls.</param>
/// <param name="Start">The first temperature. Range: above <paramref name="End"/>.</param>
/// <param name="End">The last temperature. Range: not negative.</param>
/// <param name="Decay">The decay α of the schedules that have one. Range: (0, 1].</param>
public sealed record TemperingSlot(CoolingSchedule Schedule, double Start, double End = 0, double Decay = 0.99);
