namespace ExpUtils;

/// <summary>A result seen through a function of its curves. It shares what the result has read, and changes nothing in it.</summary>
public sealed class ResultView : IResult
{
    private readonly IResult _result;
    private readonly Func<double[], double[]> _change;

    internal ResultView(IResult result, Func<double[], double[]> change)
    {
        _result = result;
        _change = change;
    }

    /// <inheritdoc/>
    public long Index => _result.Index;

    /// <inheritdoc/>
    public ParameterSet Parameters => _result.Parameters;

    /// <inheritdoc/>
    public string Path => _result.Path;

    /// <inheritdoc/>
    public int Runs => _result.Runs;

    /// <summary>All runs, each curve changed.</summary>
    /// <exception cref="ResultStoreException">They cannot be read.</exception>
    public CurveSet Load() => _result.Load().Select(_change);

    /// <inheritdoc/>
    public bool TryLoad(out CurveSet curves)
    {
        bool isThere = _result.TryLoad(out CurveSet loaded);
        curves = isThere ? loaded.Select(_change) : loaded;
        return isThere;
    }

    /// <summary>The function of the mean over the runs.</summary>
    /// <exception cref="ResultStoreException">The runs cannot be read.</exception>
    public double[] Mean() => _change(_result.Mean());

    /// <summary>The function of the standard error of the mean.</summary>
    /// <exception cref="ResultStoreException">The runs cannot be read.</exception>
    public double[] StandardError() => _change(_result.StandardError());
}
