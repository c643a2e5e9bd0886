namespace CosmologyInference.Model;

/// <summary>One supernova of type Ia.</summary>
/// <param name="Redshift">z.</param>
/// <param name="Modulus">Measured distance modulus, in magnitudes.</param>
/// <param name="Error">Its standard deviation.</param>
internal sealed record Supernova(double Redshift, double Modulus, double Error);
