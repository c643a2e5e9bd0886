using System.ComponentModel;
using System.Diagnostics;
using Shared.Tensors.NumPy;

namespace Shared.Tensors.Tests.NumPy;

/// <summary>Files written here, read by NumPy itself; skipped where there is no Python with NumPy.</summary>
public sealed class NumPyInteroperationTests
{
    private const string Script = """
        import sys, numpy as np
        for path in sys.argv[1:]:
            loaded = np.load(path)
            arrays = [(name, loaded[name]) for name in sorted(loaded.files)] if path.endswith("z") else [("", loaded)]
            for name, array in arrays:
                print(name, array.dtype.name, array.shape, array.flags.f_contiguous and not array.flags.c_contiguous, array.tolist())
        """;

    [Test]
    public void Load_FilesWrittenHere_HasTheArrays()
    {
        using var folder = new TemporaryFolder();
        NpyArray matrix = NpyArray.Create([1.5, -2.0, 0.1, 4.0, 5.0, 6.0], 2, 3);
        NpyArray mask = NpyArray.Create([true, false]);
        NpyArray number = NpyArray.Create([long.MinValue], []);
        NpyArray empty = NpyArray.Create(Array.Empty<int>(), 0, 3);
        Npy.Write(folder["matrix.npy"], matrix);
        Npy.Write(folder["columns.npy"], matrix, fortranOrder: true);
        KeyValuePair<string, NpyArray>[] arrays =
        [
            KeyValuePair.Create("a", mask), KeyValuePair.Create("b", number), KeyValuePair.Create("c", empty),
            KeyValuePair.Create("d", NpyArray.Create([0.5f])),
        ];
        Npz.Write(folder["stored.npz"], arrays);
        Npz.Write(folder["deflated.npz"], arrays, compress: true);

        string[] lines = Python(["matrix.npy", "columns.npy", "stored.npz", "deflated.npz"], folder);

        string[] archive =
        [
            "a bool (2,) False [True, False]", "b int64 () False -9223372036854775808", "c int32 (0, 3) False []", "d float32 (1,) False [0.5]",
        ];
        lines.Should().Equal([
            " float64 (2, 3) False [[1.5, -2.0, 0.1], [4.0, 5.0, 6.0]]", " float64 (2, 3) True [[1.5, -2.0, 0.1], [4.0, 5.0, 6.0]]", .. archive, .. archive]);
    }

    private static string[] Python(string[] files, TemporaryFolder folder)
    {
        if (Run(["-c", "import numpy"], folder) is not { } check || check.Code != 0)
            Assert.Ignore("There is no python3 with NumPy on this machine.");
        (int code, string output, string error) = Run(["-c", Script, .. files], folder)!.Value;
        code.Should().Be(0, error);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static (int Code, string Output, string Error)? Run(string[] arguments, TemporaryFolder folder)
    {
        const string SystemPython = "/usr/bin/python3";
        var start = new ProcessStartInfo(File.Exists(SystemPython) ? SystemPython : "python3", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
