namespace Lagom.Rl;

/// <summary>Why a job failed; stands in <c>failure.json</c> of its folder until the job is run again.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Type">The exception's type, with its namespace.</param>
/// <param name="Message">The exception's message.</param>
/// <param name="Details">The exception with its inner ones and their stack traces, or the last lines of a process that died.</param>
public sealed record JobFailure(JobFailureKind Kind, string Type, string Message, string Details)
{
    /// <summary>The kind and the message, on one line.</summary>
    public override string ToString() => $"{Kind}: {Message.ReplaceLineEndings(" ")}";
}
