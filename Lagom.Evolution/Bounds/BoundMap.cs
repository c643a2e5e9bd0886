namespace Lagom.Evolution;

/// <summary>The way between points of a search that knows no bounds and candidates inside <see cref="SearchBounds"/>, coordinate by coordinate.</summary>
internal sealed class BoundMap
{
    private readonly BoundTransform[] _transforms;

    public BoundMap(SearchBounds bounds, int dimension)
    {
        _transforms = new BoundTransform[dimension];
        for (int i = 0; i < dimension; i++)
            _transforms[i] = new BoundTransform(bounds.Lower(i), bounds.Upper(i));
    }

    /// <summary>The candidates that rows of searched points stand for.</summary>
    public void ToCandidates(ReadOnlySpan<double> searched, Span<double> candidates)
    {
        for (int start = 0; start < searched.Length; start += _transforms.Length)
        {
            for (int i = 0; i < _transforms.Length; i++)
                candidates[start + i] = _transforms[i].Forward(searched[start + i]);
        }
    }

    /// <summary>The nearest searched points that stand for rows of candidates.</summary>
    public void ToSearched(ReadOnlySpan<double> candidates, Span<double> searched)
    {
        for (int start = 0; start < candidates.Length; start += _transforms.Length)
        {
            for (int i = 0; i < _transforms.Length; i++)
                searched[start + i] = _transforms[i].Inverse(candidates[start + i]);
        }
    }
}
