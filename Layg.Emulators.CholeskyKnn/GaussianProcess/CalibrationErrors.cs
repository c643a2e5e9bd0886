namespace Layg.Emulators.CholeskyKnn;

/// <summary>True errors at calibration points, and the largest predictive deviation there.</summary>
internal sealed record CalibrationErrors(double[] Errors, double[] Spreads)
{
    /// <summary>Leaves out predictions that are not finite; they are refused later on, too.</summary>
    public static CalibrationErrors Finite(double[] errors, double[] spreads)
    {
        int[] kept = [.. Enumerable.Range(0, errors.Length).Where(i => double.IsFinite(errors[i]) && double.IsFinite(spreads[i]))];
        return new CalibrationErrors([.. kept.Select(i => errors[i])], [.. kept.Select(i => spreads[i])]);
    }
}
