using System.Runtime.InteropServices;
using Shared.Tensors;

namespace TorchSharp;

/// <summary>
/// Finds the native part at the first torch call. A success is kept; after a failure the next call tries again, so that a process
/// that installs what is missing need not start anew.
/// </summary>
internal static class NativeLibraryLoader
{
    private static readonly Lock Gate = new();
    private static nint Handle;

    /// <summary>The file that was loaded, or null before the first torch call.</summary>
    internal static string? LoadedFile { get; private set; }

    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, static (name, _, _) => name == NativeMethods.Library ? Load() : 0);

    private static nint Load()
    {
        lock (Gate)
        {
            if (Handle != 0)
                return Handle;

            var trace = new List<string>();
            foreach (var file in Candidates())
            {
                if (!File.Exists(file))
                {
                    trace.Add($"{file}: no such file");
                    continue;
                }
                try
                {
                    var handle = NativeLibrary.Load(file);
                    CheckVersion(handle, file);
                    LoadedFile = file;
                    return Handle = handle;
                }
                catch (DllNotFoundException e)
                {
                    trace.Add($"{file}: {e.Message.ReplaceLineEndings(" ")}");
                }
            }
            throw new TensorEngineNotFoundException(trace);
        }
    }

    private static IEnumerable<string> Candidates()
    {
        const string FileName = "libsharedtensors.so";
        if (Environment.GetEnvironmentVariable("SHARED_TENSORS_NATIVE") is { Length: > 0 } chosen)
            yield return Path.GetFullPath(chosen);
        var folders = new List<string> { AppContext.BaseDirectory };
        if (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is string searched)
            folders.AddRange(searched.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        foreach (var folder in folders.Distinct(StringComparer.Ordinal))
        {
            yield return Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", FileName);
            if (RuntimeInformation.RuntimeIdentifier != "linux-x64")
                yield return Path.Combine(folder, "runtimes", "linux-x64", "native", FileName);
            yield return Path.Combine(folder, FileName);
        }
        if (Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } libtorch)
            yield return Path.Combine(libtorch, "lib", FileName);
    }

    private static unsafe void CheckVersion(nint handle, string file)
    {
        var version = ((delegate* unmanaged<int>)NativeLibrary.GetExport(handle, "st_abi_version"))();
        if (version == NativeMethods.AbiVersion)
            return;
        NativeLibrary.Free(handle);
        throw new TensorEngineNotFoundException(
            [$"{file}: has interface version {version}, this Shared.Tensors needs {NativeMethods.AbiVersion}; rebuild Shared.Tensors or remove the old file"]);
    }
}
