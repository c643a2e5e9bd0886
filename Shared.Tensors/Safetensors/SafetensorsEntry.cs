using TorchSharp;

namespace Shared.Tensors;

/// <summary>Where a tensor lies in a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DType">The type of its elements.</param>
/// <param name="Shape">The sizes of its dimensions.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte after the last.</param>
internal sealed record SafetensorsEntry(string Name, torch.ScalarType DType, long[] Shape, long Begin, long End);
