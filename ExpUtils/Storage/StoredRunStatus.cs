namespace ExpUtils;

/// <summary>How far a stored run came.</summary>
public enum StoredRunStatus
{
    /// <summary>Begun, and neither completed nor failed: it is running, or was cut off.</summary>
    Started,

    /// <summary>Ended as it should. Only such runs count as results.</summary>
    Completed,

    /// <summary>Ended with an error.</summary>
    Failed,
}
