namespace EpidemicInference.Model;

/// <summary>The number of susceptible and infected people at one time; the others have recovered.</summary>
internal readonly record struct SirState(double Day, double Susceptible, double Infected);
