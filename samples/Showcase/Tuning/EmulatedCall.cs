using Showcase.Policies;

namespace Showcase.Tuning;

/// <summary>What the learner answered an individual.</summary>
/// <param name="Generation">The individual's generation.</param>
/// <param name="Index">Its index there.</param>
/// <param name="Parameters">The hyper-parameters.</param>
/// <param name="Value">The answer.</param>
/// <param name="Error">The error that was predicted; 0 where the answer is exact.</param>
/// <param name="IsEmulated">Whether the emulator gave it.</param>
internal sealed record EmulatedCall(int Generation, int Index, HyperParameters Parameters, double Value, double Error, bool IsEmulated);
