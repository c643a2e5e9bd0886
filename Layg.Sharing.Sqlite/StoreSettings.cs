namespace Layg.Sharing.Sqlite;

/// <summary>What all processes of a store must agree on.</summary>
internal sealed record StoreSettings(int InputDimension, int OutputDimension, string Function);
