namespace L2L;

/// <summary>What is done about a folder that holds a recorded trajectory already.</summary>
public enum RecordingMode
{
    /// <summary>A new run, or going on with the one in the folder; one with other parameters is refused.</summary>
    NewOrResume,

    /// <summary>A new run; a folder with a trajectory is refused.</summary>
    New,

    /// <summary>Going on with the run in the folder; a folder without one is refused.</summary>
    Resume,
}
