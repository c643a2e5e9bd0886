namespace Layg.Core.Tests.Sharing;

/// <summary>This project has no SQLite; tests/Layg.Sharing.Tests has one.</summary>
public sealed class MissingSqliteTests
{
    [Test]
    public void Open_WithoutSqlite_SaysWhichPackageToAdd()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        FluentActions.Invoking(() => SqlitePointStore.Open(path, 1, 1)).Should().Throw<InvalidOperationException>().WithMessage("*SQLitePCLRaw.bundle_e_sqlite3*");
        File.Exists(path).Should().BeFalse();
    }
}
