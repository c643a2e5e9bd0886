namespace L2L;

/// <summary>One of the temperatures that the chains of parallel tempering exchange.</summary>
/// <param name="Schedule">How it falls.</param>
/// <param name="Start">The first temperature T₀. Range: above <paramref name="End"/>.</param>
/// <param name="End">The last temperature T_end of the adaptive schedules. Range: not negative.</param>
/// <param name="Decay">The decay α of the other schedules. Range: (0, 1].</param>
public sealed record TemperingSlot(CoolingSchedule Schedule, double Start, double End = 0, double Decay = 0.99);
