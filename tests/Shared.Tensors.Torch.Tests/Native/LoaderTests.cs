using System.Diagnostics;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Native;

/// <summary>What a process says where the native part or libtorch is missing: each case is a process of its own.</summary>
[Platform("Linux")]
public sealed class LoaderTests
{
    [Test]
    public void Load_WithoutNativePart_ListsWhatWasTriedAndWhatToInstall()
    {
        string output = RunElsewhere(_ => { });
        output.Should().Contain("TensorEngineNotFoundException").And.Contain("libsharedtensors.so: no such file").And.Contain("build/bootstrap torch");
    }

    [Test]
    public void Load_OfDamagedFile_NamesItWithTheReason()
    {
        string output = RunElsewhere(folder => File.WriteAllText(Path.Combine(folder, "libsharedtensors.so"), "not a library"));
        output.Should().Contain("TensorEngineNotFoundException").And.Contain("libsharedtensors.so: ").And.NotContain("BadImageFormatException");
    }

    [Test]
    public void LoadedFile_InThisProcess_IsTheOneBesideTheTests()
    {
        torch.get_num_threads().Should().BePositive();
        NativeLibraryLoader.LoadedFile.Should().StartWith(AppContext.BaseDirectory);
    }

    // A copy of the managed part alone, called from a folder of its own: what its program prints.
    private static string RunElsewhere(Action<string> prepare)
    {
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "libcoreclr.so")))
            Assert.Ignore("A self-contained copy starts no other process: there may be no dotnet.");
        string folder = Directory.CreateTempSubdirectory("tensors").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.*").Where(file => !file.EndsWith(".so", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            prepare(folder);
            var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Shared.Tensors.Torch.Tests.dll")])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            start.Environment.Remove("SHARED_TENSORS_NATIVE");
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
