using System.Runtime.InteropServices;

namespace Lagom.Evolution;

/// <summary>What a mutant is made of: origin + scale (target - origin + plus - minus).</summary>
/// <param name="Origin">The member that it starts from.</param>
/// <param name="Target">The member that it moves towards; the origin for none.</param>
/// <param name="Plus">Where the difference ends.</param>
/// <param name="Minus">Where the difference begins; from the number of members on, one of those that were replaced.</param>
/// <param name="Scale">The factor of the differences.</param>
/// <param name="Crossover">The share of coordinates that come from the mutant.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mutation(int Origin, int Target, int Plus, int Minus, double Scale, double Crossover);
