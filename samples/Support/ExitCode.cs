namespace SampleSupport;

/// <summary>What a program tells the shell; 0 is success.</summary>
internal static class ExitCode
{
    /// <summary>Something went wrong in the run.</summary>
    public const int Failed = 1;

    /// <summary>The arguments were bad; nothing was run.</summary>
    public const int BadArguments = 2;

    /// <summary>Stopped by Ctrl-C or at a question (128 and the number of the interrupt signal).</summary>
    public const int Stopped = 130;
}
