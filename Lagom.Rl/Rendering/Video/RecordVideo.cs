namespace Lagom.Rl;

/// <summary>
/// Records videos of episodes. Each is saved when its episode ends, or is left by a reset or by disposing of this wrapper; the info of a
/// step that saves one holds its path as "video".
/// </summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
/// <remarks>Wrap it around the time limit, so that it sees where episodes end. A video that cannot be written throws from the step; the environment has then made the step.</remarks>
public sealed class RecordVideo<TObservation, TAction> : Wrapper<TObservation, TAction>, IDisposable
    where TObservation : notnull
    where TAction : notnull
{
    private readonly RecordVideoOptions _options;
    private readonly double _framesPerSecond;
    private readonly List<string> _paths = [];
    private EpisodeVideo? _video;

    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside; it or one of its wrappers is an <see cref="IRenderable"/>.</param>
    /// <param name="options">What is recorded, and where to.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="NotSupportedException">The environment cannot be drawn.</exception>
    public RecordVideo(IEnvironment<TObservation, TAction> inner, RecordVideoOptions options)
        : base(inner)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _framesPerSecond = options.FramesPerSecond ?? Math.Clamp(inner.Renderable().FramesPerSecond, 1, 50);
    }

    /// <summary>The videos saved so far.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>How many episodes were begun.</summary>
    public int EpisodeCount { get; private set; }

    /// <inheritdoc/>
    public override ResetResult<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        Save();
        ResetResult<TObservation> result = base.Reset(seed, options);
        int episode = EpisodeCount++;
        if (!_options.EpisodeTrigger(episode))
            return result;
        _video = new EpisodeVideo(_framesPerSecond, _options.Format, _options.Size);
        _video.Capture(Inner);
        return result;
    }

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(TAction action)
    {
        StepResult<TObservation> result = base.Step(action);
        if (_video is null)
            return result;
        if (_video.FrameCount < _options.MaxFrames)
            _video.Capture(Inner);
        if (!result.IsOver)
            return result;
        Save();
        return result with { Info = result.Info.With("video", _paths[^1]) };
    }

    /// <summary>Saves the video of an episode that is not over.</summary>
    public void Dispose() => Save();

    private void Save()
    {
        if (_video is not { } video)
            return;
        _video = null;
        using (video)
        {
            string name = $"{_options.NamePrefix}-{EpisodeCount - 1}";
            string path = Path.GetFullPath(Path.Combine(_options.Folder, _options.Format == VideoFormat.Gif ? name + ".gif" : name));
            video.Save(path);
            _paths.Add(path);
        }
    }
}
