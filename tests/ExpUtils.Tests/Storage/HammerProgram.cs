using System.Globalization;

namespace ExpUtils.Tests.Storage;

/// <summary>Writes one run, block by block, and says how far it has come: the child process of a test, which may be killed at any moment.</summary>
internal static class HammerProgram
{
    public const int BlockSize = 50;
    public const string Metric = "value";

    public static ParameterSet Parameters { get; } = ParameterSet.Parse("""{"alpha": 0.1}""");

    public static double ValueOf(long run, long frame) => Math.Sin((run * 1_000_003.0) + frame);

    private static void Main(string[] arguments)
    {
        long run = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        long from = long.Parse(arguments[2], CultureInfo.InvariantCulture);
        long rows = long.Parse(arguments[3], CultureInfo.InvariantCulture);
        using SqliteResultStore store = SqliteResultStore.Open(arguments[0]);
        using IRunWriter writer = store.Begin(Parameters, run, RunStart.Continue);
        var frames = new long[BlockSize];
        var values = new double[BlockSize];
        for (long start = from; start < rows; start += BlockSize)
        {
            for (int i = 0; i < BlockSize; i++)
            {
                frames[i] = start + i;
                values[i] = ValueOf(run, start + i);
            }

            writer.Write(Metric, frames, values);
            // Said once the block is stored: it must be there, whatever happens to this process.
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{start + BlockSize};"));
        }

        writer.Complete();
        Console.WriteLine("complete;");
    }
}
