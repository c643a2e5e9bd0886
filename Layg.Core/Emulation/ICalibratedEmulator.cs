namespace Layg;

/// <summary>A fitted emulator whose predicted errors are meant to cover a stated share of the true ones, and can be asked for another share.</summary>
public interface ICalibratedEmulator : IFittedEmulator
{
    /// <summary>The share of true errors that <see cref="IFittedEmulator.Predict"/>'s errors are meant to cover. Range: 0 to 1, both excluded.</summary>
    double DecisionLevel { get; }

    /// <summary>What a predicted error is multiplied with to cover another share of the true errors.</summary>
    /// <param name="level">The share. Range: 0 to 1, both excluded.</param>
    /// <returns>The factor; 1 at <see cref="DecisionLevel"/>. NaN where the error model knows no shares.</returns>
    double ErrorScale(double level);
}
