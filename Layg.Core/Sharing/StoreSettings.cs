namespace Layg;

/// <summary>What all processes of a store must agree on.</summary>
internal sealed record StoreSettings(int InputDimension, int OutputDimension, string Function);
