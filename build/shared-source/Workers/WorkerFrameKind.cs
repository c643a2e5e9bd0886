namespace SharedSource.Workers;

/// <summary>What a frame between a program and a worker is.</summary>
internal enum WorkerFrameKind : byte
{
    /// <summary>The worker is ready for requests.</summary>
    Ready = 1,

    /// <summary>A request to the worker.</summary>
    Request = 2,

    /// <summary>The worker's answer to it.</summary>
    Answer = 3,

    /// <summary>The exception that the request ended with.</summary>
    Error = 4,
}
