using SharedSource;

namespace Shared.Tensors.Tests;

public sealed class AtomicFileTests
{
    [Test]
    public void Write_CallbackThrows_LeavesOldFileAndNoOther()
    {
        using var folder = new TemporaryFolder();
        string path = folder["a.txt"];
        File.WriteAllText(path, "old");
        var failure = new FormatException("mine");

        FluentActions.Invoking(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw failure;
        })).Should().Throw<FormatException>().Which.Should().BeSameAs(failure);

        File.ReadAllText(path).Should().Be("old");
        Directory.GetFileSystemEntries(folder.Path).Should().Equal(path);
    }

    [Test]
    public void Write_WhileWriting_ReadersSeeTheOldContent()
    {
        using var folder = new TemporaryFolder();
        string path = folder["a.txt"];
        File.WriteAllText(path, "old");

        AtomicFile.Write(path, stream =>
        {
            stream.Write("new content"u8);
            stream.Flush();
            File.ReadAllText(path).Should().Be("old");
        });

        File.ReadAllText(path).Should().Be("new content");
    }

    [Test]
    public void Write_ThroughSymbolicLink_ReplacesWhatItPointsTo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["real"], "old");
        File.CreateSymbolicLink(folder["link"], folder["real"]);

        AtomicFile.Write(folder["link"], stream => stream.Write("new"u8));

        File.ReadAllText(folder["real"]).Should().Be("new");
        new FileInfo(folder["link"]).LinkTarget.Should().NotBeNull();
    }

    [Test]
    public void Write_NoFolderOrFolderAsFile_Throws()
    {
        using var folder = new TemporaryFolder();

        FluentActions.Invoking(() => AtomicFile.Write(folder["missing/a"], _ => { })).Should().Throw<DirectoryNotFoundException>();
        FluentActions.Invoking(() => AtomicFile.Write(folder.Path, _ => { })).Should().Throw<IOException>().WithMessage("*is a folder*");
    }
}
