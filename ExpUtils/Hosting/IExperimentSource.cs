namespace ExpUtils;

/// <summary>Finds a project's experiments.</summary>
public interface IExperimentSource
{
    /// <summary>The names of the experiments, in ordinal order.</summary>
    IReadOnlyList<string> List();

    /// <summary>Reads an experiment.</summary>
    /// <param name="name">Its name, as of <see cref="List"/>.</param>
    /// <exception cref="ExpUtilsException">There is no such experiment, or it is not valid.</exception>
    ExperimentDescription Open(string name);
}
