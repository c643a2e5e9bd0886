using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExpUtils;

/// <summary>The results of one configuration. Nothing is read before it is asked for; what was read is kept, for all views of the result too.</summary>
public sealed class Result : IResult
{
    private readonly Func<CurveSet> _read;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private CurveSet? _curves;

    /// <summary>Makes a result.</summary>
    /// <param name="path">Where it is from, for messages.</param>
    /// <param name="index">The number of the combination.</param>
    /// <param name="parameters">The configuration.</param>
    /// <param name="read">Reads the runs; called until it has succeeded once.</param>
    /// <param name="logger">Told of results that are missing; null for nobody.</param>
    public Result(string path, long index, ParameterSet parameters, Func<CurveSet> read, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(read);
        Path = path;
        Index = index;
        Parameters = parameters;
        _read = read;
        _logger = logger ?? NullLogger.Instance;
    }

    /// <inheritdoc/>
    public long Index { get; }

    /// <inheritdoc/>
    public ParameterSet Parameters { get; }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public int Runs => Load().Count;

    /// <inheritdoc/>
    public CurveSet Load()
    {
        lock (_gate)
            return _curves ??= Read();
    }

    /// <inheritdoc/>
    public bool TryLoad(out CurveSet curves)
    {
        try
        {
            curves = Load();
            return true;
        }
        catch (ResultStoreException failure)
        {
            Log.ResultNotFound(_logger, Path, failure.Message);
            curves = CurveSet.Empty;
            return false;
        }
    }

    /// <inheritdoc/>
    public double[] Mean() => Load().Mean();

    /// <inheritdoc/>
    public double[] StandardError() => Load().StandardError();

    private CurveSet Read()
    {
        try
        {
            return _read();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ResultStoreException($"The result {Path} cannot be read: {failure.Message}", failure);
        }
    }
}
