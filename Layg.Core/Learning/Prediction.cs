namespace Layg;

/// <summary>What is thought of one prediction, and the model that made it; default where the emulator was not asked.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Error">The predicted error, raised by <paramref name="Inflation"/>.</param>
/// <param name="Inflation">What audits had found the model's errors to need when it predicted.</param>
/// <param name="Audit">The audit of the model that predicted: it learns from the comparison even if another model answers by then.</param>
internal readonly record struct Prediction(Verdict Verdict, double Error = 0, double Inflation = 1, ErrorAudit? Audit = null)
{
    /// <summary>The predicted error as the model itself gave it.</summary>
    public double OwnError => Error / Inflation;
}
