namespace Layg.Calibration;

/// <summary>
/// A scalar of the output vector on which errors are measured, such as the log-likelihood computed from an emulated spectrum.
/// The error of a prediction is then |g(y) - g(prediction)|.
/// </summary>
/// <param name="y">An output vector.</param>
/// <returns>The scalar; finite. Must be a pure function, callable from any thread.</returns>
public delegate double OutputFunctional(ReadOnlySpan<double> y);
