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

    /// <summary>
    /// Predicts at many points. An emulator that answers a batch faster than its points one by one replaces this; the answers must
    /// be the same whichever way they are asked for.
    /// </summary>
    /// <param name="points">The points, row-major [count, input dimension].</param>
    /// <param name="values">Receives the predicted values, row-major [count, output dimension].</param>
    /// <param name="errors">Receives the predicted errors [count], as <see cref="Predict"/> returns them; its length is the number of points.</param>
    void PredictBatch(ReadOnlySpan<double> points, Span<double> values, Span<double> errors)
    {
        if (errors.IsEmpty)
            return;
        int inputs = points.Length / errors.Length;
        int outputs = values.Length / errors.Length;
        for (int i = 0; i < errors.Length; i++)
            errors[i] = Predict(points.Slice(i * inputs, inputs), values.Slice(i * outputs, outputs));
    }
}
