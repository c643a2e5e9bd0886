using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Where a Gaussian process answers: in the box of its points, on their hyperplane, and near enough to them. Immutable.</summary>
/// <param name="Whitening">The coordinates in which that is judged.</param>
/// <param name="Index">The known points in them.</param>
/// <param name="Guard">The box and the bound on the mean neighbour distance.</param>
internal sealed record ProcessDomain(WhiteningTransform Whitening, NeighbourIndex Index, DomainGuard Guard)
{
    /// <summary>Neighbours whose mean distance is judged.</summary>
    public static int NeighboursFor(int rank, int count) => Math.Min(2 * (rank + 1), count);

    public bool Contains(ReadOnlySpan<double> x, ProcessScratch scratch)
    {
        Span<double> query = scratch.Whitened(Whitening.Rank);
        if (!Whitening.TryApply(x, query) || !Guard.InBox(query))
            return false;
        if (double.IsPositiveInfinity(Guard.MaximumDistance))
            return true;
        return Distance(query, NeighboursFor(Whitening.Rank, Index.Count), scratch) <= Guard.MaximumDistance;
    }

    /// <summary>The mean distance of the nearest points.</summary>
    public double Distance(ReadOnlySpan<double> whitened, int neighbours, ProcessScratch scratch)
    {
        Span<double> distances = scratch.Distances(neighbours);
        Index.Nearest(whitened, scratch.Indices(neighbours), distances);
        double sum = 0;
        foreach (double distance in distances)
            sum += distance;
        return sum / neighbours;
    }

    /// <summary>The domain with one more point; null where the point has no place in these coordinates or is known.</summary>
    public ProcessDomain? Insert(ReadOnlySpan<double> x)
    {
        var point = new double[Whitening.Rank];
        if (!Whitening.TryApply(x, point) || Distance(point, 1, ProcessScratch.OfThisThread) == 0)
            return null;
        return this with { Index = Index.Insert(point), Guard = Guard.Extend(point) };
    }
}
