namespace Layg;

/// <summary>One finished training.</summary>
/// <param name="Points">All points that took part.</param>
/// <param name="HeldOut">Of these, the points held out for the error model; 0 where every point was predicted from the others.</param>
/// <param name="Duration">How long it took.</param>
public sealed record TrainingReport(int Points, int HeldOut, TimeSpan Duration);
