namespace SampleSupport;

/// <summary>What people look at, as opposed to files, pipes and tests.</summary>
internal static class Terminal
{
    /// <summary>Whether what is written appears at a terminal.</summary>
    public static bool Shows(TextWriter writer) =>
        (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected) || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
}
