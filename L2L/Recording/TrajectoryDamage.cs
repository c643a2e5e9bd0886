using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace L2L;

/// <summary>Says of a file that it is damaged, where reading it fails in one of the many ways in which that shows.</summary>
internal static class TrajectoryDamage
{
    // SQLITE_ERROR (a table or column is missing), SQLITE_CORRUPT, SQLITE_NOTADB; others, such as a full disk or a lock, are no damage.
    private static readonly int[] DamageCodes = [1, 11, 26];

    public static T Guard<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(file, exception);
        }
    }

    public static IEnumerable<T> Guard<T>(string file, IEnumerable<T> rows)
    {
        using IEnumerator<T> reading = rows.GetEnumerator();
        while (Guard(file, reading.MoveNext))
            yield return reading.Current;
    }

    private static bool IsDamage(Exception exception) => exception is SqliteException sqlite
        ? DamageCodes.Contains(sqlite.SqliteErrorCode)
        : exception is InvalidDataException or JsonException or FormatException or InvalidOperationException or InvalidCastException or ArgumentException
            or OverflowException or KeyNotFoundException;

    private static InvalidDataException Damaged(string file, Exception exception) => new($"The trajectory '{file}' is damaged: {exception.Message}", exception);
}
