namespace Layg;

/// <summary>What <see cref="SelectingEmulator"/> returns: the chosen candidate's fit, and why it was chosen.</summary>
public interface ISelectedEmulator : ICalibratedEmulator
{
    /// <summary>The chosen candidate.</summary>
    string Name { get; }

    /// <summary>All candidates, the chosen one first.</summary>
    IReadOnlyList<EmulatorScore> Scores { get; }

    /// <summary>The chosen candidate's own fit.</summary>
    IFittedEmulator Chosen { get; }
}
