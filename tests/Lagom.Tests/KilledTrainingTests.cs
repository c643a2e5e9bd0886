using System.Diagnostics;
using System.Globalization;

namespace LagomHost.Tests;

/// <summary>Trains in a process of its own and kills it.</summary>
[TestFixture]
internal sealed class KilledTrainingTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("lagom").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("ppo", "CartPole-v1", 4000)]
    [TestCase("td3", "Pendulum-v1", 2500, Category = "Long")]
    public async Task Train_KilledWhileItSavesAndResumed_EqualsTheUndisturbedRun(string algorithm, string environment, int steps)
    {
        string[] arguments = ["train", algorithm, "--env", environment, "--steps", steps.ToString(CultureInfo.InvariantCulture), "--checkpoint-every", "500", "--episodes", "5", "--resume", "--out"];
        string whole = Path.Combine(_folder, "whole"), killed = Path.Combine(_folder, "killed");
        (await LagomCommand.RunAsync([.. arguments, whole], TextWriter.Null, TextWriter.Null)).Should().Be(0);

        string checkpoint = Path.Combine(killed, "0", "1", "checkpoint.zip");
        for (int kill = 0; kill < 3; kill++)
        {
            DateTime before = File.Exists(checkpoint) ? File.GetLastWriteTimeUtc(checkpoint) : default;
            using Process training = Start([.. arguments, killed]);
            // A checkpoint is being written when there is a temporary file, and was a moment ago when the last one is new; the first one is waited for.
            while (!training.HasExited && (!File.Exists(checkpoint) || (File.GetLastWriteTimeUtc(checkpoint) == before && !IsSaving(checkpoint))))
                await Task.Delay(1);
            training.Kill();
            await training.WaitForExitAsync();
            CheckpointReader.Read(checkpoint, reader => reader.Contains("training.json").Should().BeTrue());
        }

        (await LagomCommand.RunAsync([.. arguments, killed], TextWriter.Null, TextWriter.Null)).Should().Be(0);
        Parts(checkpoint).Should().BeEquivalentTo(Parts(Path.Combine(whole, "0", "1", "checkpoint.zip")));
        File.ReadAllText(Path.Combine(killed, "0", "1", "metrics.jsonl")).Should().Be(File.ReadAllText(Path.Combine(whole, "0", "1", "metrics.jsonl")));
    }

    private static bool IsSaving(string checkpoint) => Directory.EnumerateFiles(Path.GetDirectoryName(checkpoint)!, ".checkpoint.zip.*").Any();

    // What the manifest says of every part: equal weights, optimizers, buffers, streams and counts have equal sums.
    private static string Parts(string checkpoint)
    {
        using System.IO.Compression.ZipArchive archive = System.IO.Compression.ZipFile.OpenRead(checkpoint);
        using var reader = new StreamReader(archive.GetEntry("manifest.json")!.Open());
        return reader.ReadToEnd();
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(LagomCommand).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
