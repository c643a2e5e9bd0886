namespace Layg;

/// <summary>An emulator that <see cref="SelectingEmulator"/> may choose.</summary>
/// <param name="Name">What scores and logs call it.</param>
/// <param name="Emulator">The emulator.</param>
public sealed record EmulatorCandidate(string Name, IEmulator Emulator);
