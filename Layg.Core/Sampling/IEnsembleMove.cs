namespace Layg.Sampling;

/// <summary>
/// A way to propose a walker's next position from where the walkers of the other half stand.
/// </summary>
/// <remarks>
/// <para>
/// The walkers of one half are moved while those of the other half stand still. A move is valid when the density stays invariant for
/// any fixed positions of the other half: let q(y | x) be the density of proposing y from x; the returned number is
/// ln [q(x | y) / q(y | x)], which is 0 for a symmetric proposal.
/// </para>
/// <para>An implementation holds settings only and is safe to use from many threads: one instance may serve many samplers.</para>
/// </remarks>
public interface IEnsembleMove
{
    /// <summary>Checks that the move can be made in an ensemble, before it starts. The default accepts every ensemble.</summary>
    /// <param name="dimension">Numbers per point (n).</param>
    /// <param name="others">How many walkers the smaller half has.</param>
    /// <exception cref="ArgumentException">The move cannot be made; the message says what it needs.</exception>
    void Check(int dimension, int others)
    {
    }

    /// <summary>Proposes the next position of one walker.</summary>
    /// <param name="context">The walker, the other half and the walker's random stream.</param>
    /// <param name="proposal">Where to write the proposed position: [dimension]. Does not overlap the context's spans.</param>
    /// <returns>What is added to ln p(y) - ln p(x) before the walker decides; 0 for a symmetric proposal.</returns>
    double Propose(in MoveContext context, Span<double> proposal);
}
