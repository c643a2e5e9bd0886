using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;

namespace Lagom.Rl.Tests;

public sealed class CheckpointTests
{
    private static readonly JsonTypeInfo<int[]> Numbers = JsonTypeInfo.CreateJsonTypeInfo<int[]>(new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    private string _path = "";

    [SetUp]
    public void SetUp() => _path = Path.Combine(Path.GetTempPath(), $"checkpoint-{Guid.NewGuid():N}.zip");

    [TearDown]
    public void TearDown() => File.Delete(_path);

    [Test]
    public void Read_WhatWasWritten_IsTheSame()
    {
        using torch.Tensor weights = torch.arange(6).reshape(2, 3);
        CheckpointWriter.Write(_path, writer =>
        {
            writer.AddJson("numbers.json", [1, 2, 3], Numbers);
            writer.AddTensors("weights.safetensors", [new("w", weights)]);
            writer.AddBinary("raw.bin", stream => stream.Write([7, 8]));
        });

        CheckpointReader.Read(_path, reader =>
        {
            reader.ReadJson("numbers.json", Numbers).Should().Equal(1, 2, 3);
            using torch.Tensor read = reader.ReadTensors("weights.safetensors")["w"];
            read.shape.Should().Equal(2, 3);
            read.sub(weights).abs().sum().item<long>().Should().Be(0);
            reader.ReadBinary("raw.bin", stream => stream.ReadByte() * 10 + stream.ReadByte()).Should().Be(78);
            reader.Contains("raw.bin").Should().BeTrue();
            reader.Invoking(r => r.ReadBinary("other", _ => 0)).Should().Throw<InvalidDataException>().WithMessage("*no part 'other'*");
        });
    }

    [Test]
    public void Write_FailingHalfway_LeavesTheOldFile()
    {
        CheckpointWriter.Write(_path, writer => writer.AddJson("numbers.json", [1], Numbers));
        FluentActions.Invoking(() => CheckpointWriter.Write(_path, writer =>
        {
            writer.AddJson("numbers.json", [2], Numbers);
            throw new TimeoutException();
        })).Should().Throw<TimeoutException>();

        CheckpointReader.Read(_path, reader => reader.ReadJson("numbers.json", Numbers).Should().Equal(1));
    }

    [Test]
    public async Task Write_KilledHalfway_LeavesTheOldFileAndATrainingRemovesTheRest()
    {
        using var folder = new TemporaryFolder();
        string path = folder["checkpoint.zip"];
        CheckpointWriter.Write(path, writer => writer.AddJson("numbers.json", [1], Numbers));

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ExperimentHost.dll"), "checkpoint", path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using (Process program = Process.Start(start)!)
        {
            (await program.StandardOutput.ReadLineAsync()).Should().Be("half");
            program.Kill();
            await program.WaitForExitAsync();
        }

        CheckpointReader.Read(path, reader => reader.ReadJson("numbers.json", Numbers).Should().Equal(1));
        string[] rest = Directory.GetFiles(folder[""], ".*");
        rest.Should().ContainSingle(file => new FileInfo(file).Length > 100_000, "what was written so far is there");

        File.Delete(path);
        using var search = new RandomSearch(1);
        new TrainingLoop(search, new EnvironmentRegistry(), "CartPole-v1", new TrainingOptions(100) { Folder = folder[""], RecordVideo = false }).Run();
        Directory.GetFiles(folder[""], ".*").Should().BeEmpty();
    }

    [Test]
    public void Read_FlippedBit_NamesThePart()
    {
        CheckpointWriter.Write(_path, writer => writer.AddBinary("raw.bin", stream => stream.Write(new byte[1000])));
        byte[] bytes = File.ReadAllBytes(_path);
        bytes[500] ^= 1;
        File.WriteAllBytes(_path, bytes);

        FluentActions.Invoking(() => CheckpointReader.Read(_path, reader => reader.ReadBinary("raw.bin", stream => stream.ReadByte())))
            .Should().Throw<InvalidDataException>().WithMessage("*raw.bin*damaged*");
    }

    [TestCase(0.5)]
    [TestCase(0)]
    public void Read_CutFile_SaysThatItIsNoCheckpoint(double share)
    {
        CheckpointWriter.Write(_path, writer => writer.AddBinary("raw.bin", stream => stream.Write(new byte[1000])));
        byte[] bytes = File.ReadAllBytes(_path);
        File.WriteAllBytes(_path, bytes[..(int)(bytes.Length * share)]);

        FluentActions.Invoking(() => CheckpointReader.Read(_path, _ => { })).Should().Throw<InvalidDataException>().WithMessage($"*{_path}*");
    }
}
