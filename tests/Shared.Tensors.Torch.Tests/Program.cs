using TorchSharp;

namespace Shared.Tensors.Torch.Tests;

/// <summary>
/// The tests as a program: <c>run [CATEGORY]</c> runs them without any test host, for machines that have none; without arguments it
/// makes the first torch call and prints what it throws, for the loader's tests.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["run", ..])
            return ConsoleTestRun.Run(typeof(Program).Assembly, category: arguments.ElementAtOrDefault(1));
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
