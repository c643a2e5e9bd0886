namespace Layg.Emulators.CholeskyKnn;

/// <summary>True errors of predictions at points that did not take part in them, and what the fits said there.</summary>
/// <param name="Errors">One absolute error per point.</param>
/// <param name="Estimates">One estimate per point.</param>
internal sealed record CalibrationSample(double[] Errors, LocalEstimate[] Estimates)
{
    public double[] Spreads => [.. Estimates.Select(estimate => estimate.Spread)];

    public double[] Distances => [.. Estimates.Select(estimate => estimate.MeanDistance)];

    public double[] Proxies => [.. Estimates.Select(estimate => estimate.RatioProxy)];
}
