using SharedSource;

namespace Lagom.Rl;

/// <summary>The frames of an episode, kept in compressed form until they are saved at once.</summary>
public sealed class EpisodeVideo : IDisposable
{
    private readonly VideoFormat _format;
    private readonly FrameSize? _size;
    private readonly double _framesPerSecond;
    private readonly MemoryStream _gif = new();
    private readonly GifWriter _writer;
    private readonly List<byte[]> _pictures = [];
    private Frame? _frame;

    /// <summary>Starts a video without frames.</summary>
    /// <param name="framesPerSecond">How many frames fill a second. Range: above 0, at most 50.</param>
    /// <param name="format">How it is stored.</param>
    /// <param name="size">The size of the frames; null for the environment's own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is out of range.</exception>
    public EpisodeVideo(double framesPerSecond, VideoFormat format = VideoFormat.Gif, FrameSize? size = null)
    {
        _writer = new GifWriter(_gif, framesPerSecond);
        (_framesPerSecond, _format, _size) = (framesPerSecond, format, size);
    }

    /// <summary>How many frames there are.</summary>
    public int FrameCount { get; private set; }

    /// <summary>How long they last.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(FrameCount / _framesPerSecond);

    /// <summary>Adds a picture of an environment's present state.</summary>
    /// <param name="environment">The environment; always the same one.</param>
    /// <exception cref="NotSupportedException">The environment cannot be drawn.</exception>
    public void Capture(IEnvironment environment)
    {
        IRenderable renderable = environment.Renderable();
        _frame ??= new Frame(_size ?? renderable.FrameSize);
        renderable.Render(_frame);
        Add(_frame);
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="frame">The frame; the caller may change it afterwards.</param>
    /// <exception cref="ArgumentException">Its size differs from the first frame's.</exception>
    public void Add(Frame frame)
    {
        if (_format == VideoFormat.Gif)
        {
            _writer.Add(frame);
        }
        else
        {
            using var stream = new MemoryStream();
            PngImage.Write(stream, frame);
            _pictures.Add(stream.ToArray());
        }

        FrameCount++;
    }

    /// <summary>Saves the video whole; where that fails, what stood there stays. No frames can be added afterwards.</summary>
    /// <param name="path">The GIF, or the folder of the PNG files, which replaces a folder of that name; folders above are made where they are missing.</param>
    /// <exception cref="InvalidOperationException">There are no frames.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (FrameCount == 0)
            throw new InvalidOperationException("The video has no frames.");
        string target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (_format == VideoFormat.Gif)
        {
            _writer.Dispose();
            AtomicFile.Write(target, stream => stream.Write(_gif.GetBuffer().AsSpan(0, (int)_gif.Length)));
            return;
        }

        string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(temporary);
            for (int i = 0; i < _pictures.Count; i++)
                File.WriteAllBytes(Path.Combine(temporary, $"frame-{i:D5}.png"), _pictures[i]);
            if (Directory.Exists(target))
                Directory.Delete(target, recursive: true);
            Directory.Move(temporary, target);
        }
        catch
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _gif.Dispose();
    }
}
