namespace Layg.Emulators.CholeskyKnn;

/// <summary>What a local fit says about its own error.</summary>
/// <param name="Spread">Residual standard deviation times the square root of the leverage at the query (P1).</param>
/// <param name="MeanDistance">Mean neighbour distance (D).</param>
/// <param name="RatioProxy">The proxy of the ratio error model; 0 where that model is not in use.</param>
internal readonly record struct LocalEstimate(double Spread, double MeanDistance, double RatioProxy);
