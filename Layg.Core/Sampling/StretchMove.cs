namespace Layg.Sampling;

/// <summary>
/// The stretch move: the walker goes along the line through a walker of the other half, Y = X_j + z (X_k - X_j).
/// </summary>
/// <remarks>
/// It is affine invariant: how well it samples does not change under any linear change of variables. The scale z has the density
/// 1/√z, up to a constant, on [1/a, a].
/// <para><b>Source:</b> Goodman and Weare (2010), "Ensemble samplers with affine invariance"; the parallel form by halves is that of
/// Foreman-Mackey, Hogg, Lang and Goodman (2013), "emcee: the MCMC hammer".</para>
/// </remarks>
public sealed class StretchMove : IEnsembleMove
{
    /// <summary>Creates the move.</summary>
    /// <param name="maxScale">
    /// The largest scale (a). Larger values go farther and are accepted less often. Range: above 1, finite. Default: 2.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is out of range.</exception>
    public StretchMove(double maxScale = 2)
    {
        if (!double.IsFinite(maxScale) || maxScale <= 1)
            throw new ArgumentOutOfRangeException(nameof(maxScale), maxScale, "The largest scale must be above 1 and finite.");
        MaxScale = maxScale;
    }

    /// <summary>The largest scale (a).</summary>
    public double MaxScale { get; }

    /// <summary>Turns a uniform number into a scale: z = ((a - 1) u + 1)² / a.</summary>
    /// <param name="uniform">A number u uniform in [0, 1).</param>
    /// <param name="maxScale">The largest scale (a), above 1.</param>
    public static double Scale(double uniform, double maxScale)
    {
        double root = (maxScale - 1) * uniform + 1;
        return root * root / maxScale;
    }

    /// <summary>Goes from a partner through a walker: y = partner + z (current - partner).</summary>
    /// <param name="current">Where the walker stands: [dimension].</param>
    /// <param name="partner">Where a walker of the other half stands: [dimension].</param>
    /// <param name="scale">The scale (z).</param>
    /// <param name="proposal">Where to write the proposed position: [dimension].</param>
    public static void Stretch(ReadOnlySpan<double> current, ReadOnlySpan<double> partner, double scale, Span<double> proposal)
    {
        for (int i = 0; i < proposal.Length; i++)
            proposal[i] = partner[i] + scale * (current[i] - partner[i]);
    }

    /// <summary>The logarithm of the acceptance ratio: (n - 1) ln z + ln p(y) - ln p(x). Accept where a log-uniform number is below.</summary>
    /// <param name="dimension">Numbers per point (n).</param>
    /// <param name="scale">The scale (z).</param>
    /// <param name="logDensity">The walker's log-density, ln p(x).</param>
    /// <param name="proposedLogDensity">The log-density of the proposed position, ln p(y).</param>
    public static double LogAcceptanceRatio(int dimension, double scale, double logDensity, double proposedLogDensity) =>
        LogVolumeFactor(dimension, scale) + proposedLogDensity - logDensity;

    /// <inheritdoc/>
    public double Propose(in MoveContext context, Span<double> proposal)
    {
        double scale = Scale(context.Random.NextDouble(), MaxScale);
        ReadOnlySpan<double> partner = context.Other(context.Random.NextInt32(context.OtherCount));
        Stretch(context.Current, partner, scale, proposal);
        return LogVolumeFactor(context.Dimension, scale);
    }

    /// <summary>(n - 1) ln z: how much rarer the way back is than the way there.</summary>
    /// <param name="dimension">Numbers per point (n).</param>
    /// <param name="scale">The scale (z).</param>
    internal static double LogVolumeFactor(int dimension, double scale) => (dimension - 1) * Math.Log(scale);
}
