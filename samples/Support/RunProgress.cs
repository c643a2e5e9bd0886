namespace SampleSupport;

/// <summary>How far a run is.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Done">Steps made.</param>
/// <param name="Total">Steps wanted.</param>
/// <param name="Detail">How it stands, in a few words.</param>
internal readonly record struct RunProgress(string Run, long Done, long Total, string Detail);
