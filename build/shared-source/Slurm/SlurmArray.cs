using System.Globalization;
using System.Text;

namespace SharedSource.Slurm;

/// <summary>The task numbers of a job array as Slurm writes them: <c>0-3,7,9-12%5</c>.</summary>
internal static class SlurmArray
{
    /// <summary>Writes task numbers in their shortest form.</summary>
    /// <param name="tasks">Not negative; order and repetition do not matter; at least one.</param>
    /// <param name="limit">How many may run at a time, at least 1; null for no limit.</param>
    public static string Format(IEnumerable<int> tasks, int? limit = null)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        int[] sorted = tasks.Distinct().Order().ToArray();
        if (sorted.Length == 0)
            throw new ArgumentException("A job array has at least one task.", nameof(tasks));
        if (sorted[0] < 0)
            throw new ArgumentException($"Task {sorted[0]} is negative; tasks of a job array are numbered from 0.", nameof(tasks));
        if (limit is < 1)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "How many tasks may run at a time is at least 1.");

        var text = new StringBuilder();
        for (int start = 0; start < sorted.Length;)
        {
            int end = start;
            while (end + 1 < sorted.Length && sorted[end + 1] == sorted[end] + 1)
                end++;
            if (text.Length > 0)
                text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{sorted[start]}");
            if (end > start)
                text.Append(end == start + 1 ? ',' : '-').Append(CultureInfo.InvariantCulture, $"{sorted[end]}");
            start = end + 1;
        }

        if (limit is not null)
            text.Append(CultureInfo.InvariantCulture, $"%{limit}");
        return text.ToString();
    }

    /// <summary>Reads task numbers back; steps (<c>0-9:3</c>) and limits (<c>%5</c>) are understood.</summary>
    public static IReadOnlyList<int> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tasks = new List<int>();
        foreach (string part in text.Split('%')[0].Split(',', StringSplitOptions.TrimEntries))
        {
            string[] stepped = part.Split(':');
            string[] ends = stepped[0].Split('-');
            int step = 1;
            if (ends.Length > 2 || stepped.Length > 2 || !Number(ends[0], out int first) || !Number(ends[^1], out int last)
                || (stepped.Length == 2 && !Number(stepped[1], out step)) || last < first || step < 1)
                throw new FormatException($"'{part}' in '{text}' is not a task number or a range of them such as 3 or 0-9.");
            for (int task = first; task <= last; task += step)
                tasks.Add(task);
        }

        return tasks;
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
