using System.Globalization;

namespace Benchmarks.EvoGrad;

/// <summary>How much memory an action needs at most, as Linux counts it.</summary>
internal static class ProcessMemory
{
    /// <summary>Megabytes of memory that the process has at most during an action, above what it had before.</summary>
    public static double PeakIncrease(Action action)
    {
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
        double before = Megabytes("VmRSS:");
        action();
        return Megabytes("VmHWM:") - before;
    }

    private static double Megabytes(string field) =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
