namespace ExpUtils;

/// <summary>The results of one configuration, read when they are first asked for.</summary>
public interface IResult
{
    /// <summary>The number of the combination.</summary>
    long Index { get; }

    /// <summary>The configuration.</summary>
    ParameterSet Parameters { get; }

    /// <summary>Where the results are from: a file, or a database and the metric.</summary>
    string Path { get; }

    /// <summary>How many runs there are.</summary>
    /// <exception cref="ResultStoreException">They cannot be read.</exception>
    int Runs { get; }

    /// <summary>All runs: a curve each.</summary>
    /// <exception cref="ResultStoreException">They cannot be read.</exception>
    CurveSet Load();

    /// <summary>All runs, if they can be read.</summary>
    /// <param name="curves">The runs.</param>
    /// <returns>Whether they could. A failure is not remembered: the next call tries again.</returns>
    bool TryLoad(out CurveSet curves);

    /// <summary>The mean over the runs, step by step; NaN is left out.</summary>
    /// <exception cref="ResultStoreException">The runs cannot be read.</exception>
    double[] Mean();

    /// <summary>The standard error of that mean: the sample's standard deviation over the square root of the number of runs.</summary>
    /// <exception cref="ResultStoreException">The runs cannot be read.</exception>
    double[] StandardError();
}
