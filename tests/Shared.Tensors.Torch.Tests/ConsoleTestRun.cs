using System.Reflection;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Shared.Tensors.Torch.Tests;

/// <summary>Runs the tests of an assembly in this process: failures in full, ignored tests by reason, and the counts last.</summary>
internal sealed class ConsoleTestRun : ITestListener
{
    // NUnit takes Console.Out for the output of the running test.
    private readonly TextWriter _output = Console.Out;
    private readonly Dictionary<string, int> _ignored = new(StringComparer.Ordinal);

    public static int Run(Assembly assembly, string? category)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(assembly, new Dictionary<string, object>());
        // As in build/test: tests that are long or want a GPU run when they are asked for.
        string chosen = category is null ? "<not><or><cat>Long</cat><cat>Gpu</cat></or></not>" : $"<cat>{category}</cat>";
        var listener = new ConsoleTestRun();
        ITestResult result = runner.Run(listener, TestFilter.FromXml($"<filter>{chosen}</filter>"));
        foreach ((string reason, int count) in listener._ignored)
            Console.WriteLine($"ignored {count}: {reason}");
        Console.WriteLine($"{result.PassCount} passed, {result.FailCount} failed, {result.SkipCount} skipped");
        return result.FailCount > 0 || result.PassCount == 0 ? 1 : 0;
    }

    public void TestStarted(ITest test)
    {
    }

    public void TestFinished(ITestResult result)
    {
        if (result.Test.IsSuite && result.ResultState.Site is FailureSite.Child)
            return;
        if (result.ResultState.Status is TestStatus.Failed)
            _output.WriteLine($"FAILED {result.FullName}{Environment.NewLine}{result.Message}{Environment.NewLine}{result.StackTrace}");
        else if (result.ResultState.Status is TestStatus.Skipped)
            _ignored[Reason(result)] = _ignored.GetValueOrDefault(Reason(result)) + 1;
    }

    public void TestOutput(TestOutput output)
    {
    }

    public void SendMessage(TestMessage message)
    {
    }

    private static string Reason(ITestResult result) => result.Message.Split('\n')[0];
}
