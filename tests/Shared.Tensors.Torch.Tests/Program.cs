using TorchSharp;

namespace Shared.Tensors.Torch.Tests;

/// <summary>What the loader's tests run in processes of their own: the first torch call, and what it throws.</summary>
internal static class Program
{
    private static int Main()
    {
        try
        {
            Console.WriteLine(torch.get_num_threads());
            return 0;
        }
        catch (TensorEngineNotFoundException missing)
        {
            Console.WriteLine($"{nameof(TensorEngineNotFoundException)}: {missing.Message}");
            return 1;
        }
    }
}
