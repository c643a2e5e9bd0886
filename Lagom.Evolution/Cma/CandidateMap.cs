namespace Lagom.Evolution;

/// <summary>
/// The way between the coordinates that CMA-ES searches and those of candidates: fixed coordinates are put in, integer ones rounded,
/// bounds kept.
/// </summary>
internal sealed class CandidateMap
{
    private readonly int[] _free;
    private readonly double[] _template;
    private readonly bool[] _isInteger;
    private readonly BoundTransform[]? _transforms;
    private readonly SearchBounds? _clip;

    public CandidateMap(int dimension, CmaEsOptions options)
    {
        _free = [.. Enumerable.Range(0, dimension).Where(i => options.FixedVariables?.ContainsKey(i) != true)];
        _template = new double[dimension];
        foreach ((int coordinate, double value) in options.FixedVariables ?? new Dictionary<int, double>())
            _template[coordinate] = value;
        _isInteger = new bool[dimension];
        foreach (int coordinate in options.IntegerVariables ?? [])
            _isInteger[coordinate] = true;
        Bounds = options.Bounds;
        HasPenalty = Bounds is not null && options.BoundHandling == BoundHandling.Penalty;
        _clip = HasPenalty ? Bounds : null;
        if (Bounds is { } bounds && !HasPenalty)
            _transforms = [.. _free.Select(i => new BoundTransform(bounds.Lower(i), bounds.Upper(i)))];
        IntegerIndices = [.. Enumerable.Range(0, _free.Length).Where(i => _isInteger[_free[i]])];
        IsIdentity = _free.Length == dimension && Bounds is null && IntegerIndices.Length == 0;
    }

    /// <summary>How many coordinates are searched.</summary>
    public int SearchDimension => _free.Length;

    /// <summary>The candidates' coordinate that a searched one is.</summary>
    public ReadOnlySpan<int> Free => _free;

    /// <summary>Whether both kinds of coordinates are the same.</summary>
    public bool IsIdentity { get; }

    /// <summary>The box.</summary>
    public SearchBounds? Bounds { get; }

    /// <summary>Whether candidates are clipped into the box and punished for it.</summary>
    public bool HasPenalty { get; }

    /// <summary>Which searched coordinates are integers.</summary>
    public int[] IntegerIndices { get; }

    /// <summary>The integers that a searched coordinate can be: the first and the last.</summary>
    public (double First, double Last) IntegerRange(int searched)
    {
        int i = _free[searched];
        return Bounds is null ? (double.NegativeInfinity, double.PositiveInfinity) : (Math.Ceiling(Bounds.Lower(i)), Math.Floor(Bounds.Upper(i)));
    }

    /// <summary>Makes a candidate of a searched point.</summary>
    public void ToCandidate(ReadOnlySpan<double> searched, Span<double> candidate)
    {
        if (IsIdentity)
        {
            searched.CopyTo(candidate);
            return;
        }

        _template.CopyTo(candidate);
        for (int k = 0; k < _free.Length; k++)
        {
            int i = _free[k];
            if (_isInteger[i])
            {
                (double first, double last) = IntegerRange(k);
                candidate[i] = Math.Clamp(Math.Floor(searched[k] + 0.5), first, last);
            }
            else
            {
                candidate[i] = _transforms is null ? searched[k] : _transforms[k].Forward(searched[k]);
            }
        }

        _clip?.Clip(candidate);
        foreach (int i in FixedIndices())
            candidate[i] = _template[i];
    }

    /// <summary>Finds a searched point that a candidate stands for.</summary>
    public void ToSearched(ReadOnlySpan<double> candidate, Span<double> searched)
    {
        for (int k = 0; k < _free.Length; k++)
        {
            int i = _free[k];
            searched[k] = _transforms is null || _isInteger[i] ? candidate[i] : _transforms[k].Inverse(candidate[i]);
        }
    }

    private IEnumerable<int> FixedIndices() =>
        _clip is null || _free.Length == _template.Length ? [] : Enumerable.Range(0, _template.Length).Except(_free);
}
