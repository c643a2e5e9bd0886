using System.Diagnostics;
using Sdk.Tests.Support;

namespace Sdk.Tests.Scripts;

/// <summary>What the check of a machine with a GPU does, in a checkout whose programs are played by others.</summary>
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class GpuCheckTests
{
    private TemporaryFolder _checkout = null!;
    private TemporaryFolder _programs = null!;

    [SetUp]
    public void Prepare()
    {
        _checkout = new TemporaryFolder();
        _programs = new TemporaryFolder();
        Script.CopyTracked(_checkout, "build/", "Shared.Tensors/native/");
        // The compiler of the native part.
        _checkout.WriteProgram("Shared.Tensors/native/build.sh", "mkdir -p \"$1\"\necho compiled >\"$1/libsharedtensors.so\"");
        // 'publish' writes programs that say how they were called, and what must not be carried along.
        _programs.WriteProgram("dotnet", """
            [[ $1 == publish ]] || exit 0
            project=$(basename "$2") out=${*: -1}
            mkdir -p "$out/runtimes/linux-x64/native"
            touch "$out/runtimes/linux-x64/native/libsharedtensors.so" "$out/$project.pdb" "$out/$project.xml"
            printf '#!/bin/bash\necho "%s was called: $*; native part: $(cat "$(dirname "$0")/runtimes/linux-x64/native/libsharedtensors.so")"\n[[ "$*" != "$FAILING" ]]\n' "$project" >"$out/$project"
            chmod +x "$out/$project"
            """);
        _programs.WriteProgram("python3", "echo \"python torch played\"");
    }

    [TearDown]
    public void Remove()
    {
        _checkout.Dispose();
        _programs.Dispose();
    }

    [Test]
    public void Bundle_HoldsProgramsAndNativeSources_ButNothingOfThisMachine()
    {
        ProcessResult result = Run();

        result.ExitCode.Should().Be(0, result.Error);
        string bundle = Path.Combine(_checkout.Path, "artifacts", "gpu-check.tar.gz");
        string[] files = ProcessResult.Of(new ProcessStartInfo("tar", ["-tzf", bundle])).Output.Split('\n').Where(file => file.Length > 0 && !file.EndsWith('/')).ToArray();
        files.Should().BeEquivalentTo(
            "gpu-check/run", "gpu-check/app/Benchmarks", "gpu-check/app/Shared.Tensors.Torch.Tests",
            "gpu-check/native/sharedtensors.cpp", "gpu-check/native/allocator.h", "gpu-check/native/operators.h", "gpu-check/native/values.h",
            "gpu-check/native/CMakeLists.txt", "gpu-check/native/build.sh");
    }

    [Test]
    public void Here_CompilesTheNativePart_ThenTestsOnBothAndMeasures()
    {
        ProcessResult result = Run("--here");

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Split('\n').Where(line => line.Contains("was called", StringComparison.Ordinal)).Should().Equal(
            "Shared.Tensors.Torch.Tests was called: run; native part: compiled",
            "Shared.Tensors.Torch.Tests was called: run Gpu; native part: compiled",
            "Benchmarks was called: gpu; native part: compiled");
    }

    [Test]
    public void Here_OneThingFails_DoesTheRestAndExitsWith1()
    {
        ProcessResult result = Run("--here", failing: "run Gpu");

        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("Benchmarks was called");
    }

    [Test]
    public void Here_NativePartDoesNotCompile_SaysSoAndStops()
    {
        _checkout.WriteProgram("Shared.Tensors/native/build.sh", "exit 1");

        ProcessResult result = Run("--here");

        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("did not compile").And.NotContain("was called");
    }

    [Test]
    public void Host_CarriesTheBundleThere_RunsIt_AndLeavesNothing()
    {
        // The other machine is a folder of this one.
        _programs.WriteProgram("ssh", "echo \"$1\" >>\"$(dirname \"$0\")/hosts\"; shift; TMPDIR=$(dirname \"$0\")/there bash -c \"$*\"");
        _programs.WriteProgram("scp", "cp \"$2\" \"${3#*:}\"");
        string there = Directory.CreateDirectory(Path.Combine(_programs.Path, "there")).FullName;

        ProcessResult result = Run("gpu.example.org", failing: "gpu");

        result.ExitCode.Should().Be(1, "the exit code is that of the other side");
        result.Output.Should().Contain("Shared.Tensors.Torch.Tests was called: run Gpu");
        File.ReadAllLines(Path.Combine(_programs.Path, "hosts")).Should().NotBeEmpty().And.OnlyContain(host => host == "gpu.example.org");
        Directory.EnumerateFileSystemEntries(there).Should().BeEmpty();
    }

    private ProcessResult Run(string? argument = null, string failing = "nothing")
    {
        var start = new ProcessStartInfo(Path.Combine(_checkout.Path, "build", "gpu-check"), argument is null ? [] : [argument]) { WorkingDirectory = _checkout.Path };
        start.Environment["PATH"] = _programs.Path + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["FAILING"] = failing;
        start.Environment.Remove("PYTHON");
        return ProcessResult.Of(start);
    }
}
