using System.Globalization;

namespace Lagom.Rl;

/// <summary>
/// Writes figures, histograms, texts, images and hyperparameters to an event file of TensorBoard: <c>tensorboard --logdir FOLDER</c> shows
/// them. Each sink starts a file of its own; TensorBoard joins the files of a folder. Not thread-safe.
/// </summary>
/// <remarks>
/// <b>Source:</b> TensorFlow's published record framing (TFRecord with masked CRC-32C) and schemas (<c>event.proto</c>, <c>summary.proto</c>,
/// and <c>api.proto</c> of the plugin for hyperparameters).
/// </remarks>
public sealed class TensorBoardSink : IMetricSink
{
    private static int Files;

    private readonly TimeProvider _time;
    private readonly FileStream _file;

    /// <summary>Starts an event file.</summary>
    /// <param name="directory">The folder of the run; made where it is missing.</param>
    /// <param name="time">Gives the times of the events; null for the system's clock.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public TensorBoardSink(string directory, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _time = time ?? TimeProvider.System;
        Directory.CreateDirectory(directory);
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"events.out.tfevents.{_time.GetUtcNow().ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref Files)}");
        Path = System.IO.Path.Combine(directory, name);
        _file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        TfRecordWriter.Write(_file, new ProtoMessage().Double(1, Seconds).Text(3, "brain.Event:2").ToBytes());
    }

    /// <summary>The event file.</summary>
    public string Path { get; }

    private double Seconds => (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <inheritdoc/>
    /// <remarks>Event files hold figures with single precision.</remarks>
    public void Write(long step, IReadOnlyDictionary<string, double> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Count > 0)
            WriteEvent(step, metrics.Select(metric => SummaryValues.Scalar(metric.Key, metric.Value)));
    }

    /// <summary>Writes how numbers are distributed. Those that are not finite are left out; where no others are, nothing is written.</summary>
    /// <param name="step">When.</param>
    /// <param name="name">What the numbers are, with '/' between groups.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="bins">In how many bins of equal width they are counted. Range: at least 1.</param>
    /// <exception cref="ArgumentException">The name is empty, or there is no bin.</exception>
    public void WriteHistogram(long step, string name, ReadOnlySpan<double> numbers, int bins = 64)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double[] finite = [.. numbers.ToArray().Where(double.IsFinite)];
        if (finite.Length > 0)
            WriteEvent(step, [SummaryValues.Histogram(name, finite, bins)]);
    }

    /// <summary>Writes a text.</summary>
    /// <param name="step">When.</param>
    /// <param name="name">What the text is, with '/' between groups.</param>
    /// <param name="markdown">The text; Markdown is formatted.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public void WriteText(long step, string name, string markdown)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(markdown);
        WriteEvent(step, [SummaryValues.Text(name, markdown)]);
    }

    /// <summary>Writes an image.</summary>
    /// <param name="step">When.</param>
    /// <param name="name">What the image shows, with '/' between groups.</param>
    /// <param name="png">The content of a PNG file.</param>
    /// <exception cref="ArgumentException">The name is empty, or the bytes are no PNG file.</exception>
    public void WriteImage(long step, string name, ReadOnlySpan<byte> png)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (int width, int height, int channels) = PngHead.Read(png, nameof(png));
        WriteEvent(step, [SummaryValues.Image(name, width, height, channels, png)]);
    }

    /// <summary>Writes the hyperparameters of the run, for TensorBoard's table of runs.</summary>
    /// <param name="configuration">The hyperparameters; lists are shown as their JSON text.</param>
    /// <param name="metrics">The figures that the table shows beside them: names given to <see cref="Write"/>.</param>
    public void WriteHyperparameters(Configuration configuration, params ReadOnlySpan<string> metrics)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        WriteEvent(0, [HyperparameterValues.Experiment(configuration, metrics.ToArray()), HyperparameterValues.Start(configuration, Seconds)]);
    }

    /// <inheritdoc/>
    public void Flush() => _file.Flush();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void WriteEvent(long step, IEnumerable<ProtoMessage> values)
    {
        var summary = new ProtoMessage();
        foreach (ProtoMessage value in values)
            summary.Message(1, value);
        TfRecordWriter.Write(_file, new ProtoMessage().Double(1, Seconds).Integer(2, step).Message(5, summary).ToBytes());
    }
}
