using Microsoft.Extensions.Logging;
using Showcase.Policies;

namespace Showcase.Hosting;

/// <summary>What the sample itself logs.</summary>
internal static partial class Log
{
    [LoggerMessage(9000, LogLevel.Information, "Exact evaluation ({Stream}) of {Parameters}: {Value:F1}")]
    public static partial void Evaluated(ILogger logger, string stream, HyperParameters parameters, double value);

    [LoggerMessage(9001, LogLevel.Information, "{Stage} begins")]
    public static partial void Begins(ILogger logger, string stage);

    [LoggerMessage(9002, LogLevel.Information, "{Stage} is done")]
    public static partial void Done(ILogger logger, string stage);

    [LoggerMessage(9003, LogLevel.Information, "The learner was brought back by {Calls} recorded calls")]
    public static partial void Replayed(ILogger logger, int calls);

    [LoggerMessage(9004, LogLevel.Warning, "The refinement is left out: {Reason}")]
    public static partial void NoRefinement(ILogger logger, string reason);
}
