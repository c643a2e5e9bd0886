namespace Layg;

/// <summary>A fitted emulator that takes a new point without a new fit.</summary>
public interface IIncrementalEmulator : IFittedEmulator
{
    /// <summary>Adds a point. This instance stays as it is and may still be answering other threads.</summary>
    /// <param name="x">The point, of the input's dimension; finite.</param>
    /// <param name="y">The function's value there, of the output's dimension; finite.</param>
    /// <returns>An emulator that knows the point, too; it may share memory with this one.</returns>
    IIncrementalEmulator Insert(ReadOnlySpan<double> x, ReadOnlySpan<double> y);
}
