namespace ExpUtils.Running;

/// <summary>
/// What a run keeps of its own state, so that it goes on where it was after it was preempted, killed, timed out or has failed. It is kept beside the journal,
/// found again by the next attempt at the run, on whatever machine, and deleted once the run is done.
/// </summary>
/// <remarks>
/// What the writer of <see cref="RunContext.BeginResults"/> has been given is saved with it, and <see cref="RunContext.BeginResults"/> gives it back: results
/// of a run that was cut off are those of one that was not. Not thread-safe; save from the thread that does the run.
/// </remarks>
public sealed class RunCheckpoint
{
    /// <summary>Tells a program that is run for one run where its checkpoint belongs.</summary>
    internal const string FolderVariable = "EXPUTILS_CHECKPOINT";

    private const string StateName = "state";
    private const string TemporaryPrefix = ".saving-";

    private readonly Lock _ending = new();
    private FolderRunWriter? _results;
    private bool _isOver;

    internal RunCheckpoint(string root) => Root = root;

    /// <summary>
    /// The folder with the files that were saved last, by this attempt or an earlier one; null where there are none: the run begins at its start. They are
    /// to be read only, before the next <see cref="Save"/>.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public string? Folder => Latest() is { } number ? Path.Combine(FolderOf(number), StateName) : null;

    /// <summary>Where the checkpoints lie; need not exist.</summary>
    internal string Root { get; }

    /// <summary>
    /// Saves the state, all or nothing: until every file is on the disk the checkpoint saved before is the one that counts, and afterwards it is deleted.
    /// </summary>
    /// <param name="write">Writes the run's state into the folder that it is given, which is empty. What it throws passes on unwrapped, and nothing is changed.</param>
    /// <exception cref="InvalidOperationException">The attempt is over: it was given up because it did not stop when asked.</exception>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public void Save(Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ThrowIfOver();
        Directory.CreateDirectory(Root);
        DeleteLeftovers();
        long next = Latest() + 1 ?? 0;
        string temporary = Path.Combine(Root, $"{TemporaryPrefix}{Guid.NewGuid():N}");
        try
        {
            write(Directory.CreateDirectory(Path.Combine(temporary, StateName)).FullName);
            _results?.WriteMeasurements(temporary);
            Flush(temporary);
            lock (_ending)
            {
                ThrowIfOver();
                Directory.Move(temporary, FolderOf(next));
            }
        }
        catch
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
            throw;
        }

        foreach (long old in Numbers().Where(number => number < next))
            Directory.Delete(FolderOf(old), recursive: true);
    }

    /// <summary>Gives a writer what it had been given when the checkpoint was saved, and saves with the next ones what it is given from now on.</summary>
    internal void Follow(FolderRunWriter results)
    {
        if (Latest() is { } number)
            results.ReadMeasurements(FolderOf(number));
        _results = results;
    }

    /// <summary>Ends the attempt: a body that goes on although it was asked to stop must not write into what is the next attempt's.</summary>
    internal void End()
    {
        lock (_ending)
            _isOver = true;
    }

    private void ThrowIfOver()
    {
        if (_isOver)
            throw new InvalidOperationException("This attempt at the run is over, so it can save no checkpoint; stop when the cancellation token asks for it.");
    }

    private string FolderOf(long number) => Path.Combine(Root, number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture));

    private long? Latest() => Numbers().Cast<long?>().Max();

    private IEnumerable<long> Numbers() => Directory.Exists(Root)
        ? [.. Directory.EnumerateDirectories(Root).Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit))
            .Select(name => long.Parse(name!, System.Globalization.CultureInfo.InvariantCulture))]
        : [];

    private void DeleteLeftovers()
    {
        foreach (string folder in Directory.EnumerateDirectories(Root, TemporaryPrefix + "*"))
            Directory.Delete(folder, recursive: true);
    }

    // A rename may reach the disk before what the files hold; a power failure in between would leave a checkpoint that cannot be read.
    private static void Flush(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }
    }
}
