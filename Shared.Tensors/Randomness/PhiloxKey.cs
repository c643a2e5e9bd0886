namespace Shared.Tensors;

internal readonly record struct PhiloxKey(ulong Word0, ulong Word1);
