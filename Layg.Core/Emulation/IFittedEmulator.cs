namespace Layg;

/// <summary>An approximation fitted to known points: immutable, and safe to use from many threads at once.</summary>
public interface IFittedEmulator
{
    /// <summary>Predicts the function's value at one point, and the error of that prediction.</summary>
    /// <param name="x">The point, of the input's dimension.</param>
    /// <param name="y">Receives the predicted value, of the output's dimension.</param>
    /// <returns>
    /// The predicted absolute error, in the unit of the output; <see cref="double.PositiveInfinity"/> where there is no basis for a
    /// prediction (outside the domain of the known points), whatever <paramref name="y"/> then holds.
    /// </returns>
    double Predict(ReadOnlySpan<double> x, Span<double> y);
}
