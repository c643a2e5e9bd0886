using System.Text.Json.Serialization;

namespace ExpUtils.Running;

/// <summary>What has become of a run.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    /// <summary>Nothing is known of it: it was never started.</summary>
    Missing,

    /// <summary>It waits in a queue.</summary>
    Queued,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It has finished, and its results are stored.</summary>
    Done,

    /// <summary>Its program failed; the record has the stack trace or the exit code.</summary>
    Failed,

    /// <summary>It was stopped because it took longer than allowed.</summary>
    TimedOut,

    /// <summary>It was begun and never ended: its process was killed, its job preempted, or its machine died.</summary>
    CutOff,
}
