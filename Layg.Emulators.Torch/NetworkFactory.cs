namespace Layg.Emulators.Torch;

/// <summary>
/// Makes a network with random first weights. Called once for each member of an ensemble, and once more for each when a stored emulator
/// is read.
/// </summary>
/// <param name="inputs">Numbers per input: the directions in which the known points vary, at most the function's input dimension.</param>
/// <param name="outputs">Numbers per output: the function's output dimension.</param>
/// <returns>
/// A new module from [batch, <paramref name="inputs"/>] to [batch, <paramref name="outputs"/>], both standardised. Torch's default generator
/// is seeded while the delegate runs and put back afterwards. In evaluation mode, <c>forward</c> must be callable from many threads.
/// </returns>
public delegate torch.nn.Module<torch.Tensor, torch.Tensor> NetworkFactory(int inputs, int outputs);
