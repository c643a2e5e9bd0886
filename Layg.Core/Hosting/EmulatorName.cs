namespace Layg;

/// <summary>The name of a registered emulator, so that the names can be listed.</summary>
internal sealed record EmulatorName(string Name);
