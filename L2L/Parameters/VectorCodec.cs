namespace L2L;

/// <summary>
/// Lays the numbers of a set of parameters out as one vector and back: names in ordinal order, the elements of a vector one after the other.
/// </summary>
public sealed class VectorCodec
{
    private readonly ParameterShape[] _shapes;

    /// <summary>Makes a codec of shapes.</summary>
    /// <param name="shapes">The shapes, in the order of the vector.</param>
    public VectorCodec(IEnumerable<ParameterShape> shapes)
    {
        _shapes = [.. shapes];
        Length = _shapes.Sum(static shape => shape.Length);
    }

    /// <summary>The shapes, in the order of the vector.</summary>
    public IReadOnlyList<ParameterShape> Shapes => _shapes;

    /// <summary>How many numbers the vector has.</summary>
    public int Length { get; }

    /// <summary>The codec of a set.</summary>
    /// <param name="set">A set of numbers and vectors.</param>
    /// <exception cref="ArgumentException">A value is a text.</exception>
    public static VectorCodec Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new VectorCodec(set.Select(static pair => pair.Value.Kind switch
        {
            ParameterKind.Text => throw new ArgumentException($"The parameter '{pair.Key}' is the text '{pair.Value}'; only numbers and vectors can be laid out as a vector.", nameof(set)),
            ParameterKind.Vector => new ParameterShape(pair.Key, true, pair.Value.AsVector().Length),
            _ => new ParameterShape(pair.Key, false, 1),
        }));
    }

    /// <summary>The vector of a set.</summary>
    /// <param name="set">A set with these shapes.</param>
    /// <exception cref="ArgumentException">The set has other parameters or lengths.</exception>
    public double[] Flatten(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var vector = new double[Length];
        int at = 0;
        foreach (ParameterShape shape in _shapes)
        {
            ReadOnlySpan<double> part = set[shape.Name].AsVector();
            if (part.Length != shape.Length)
                throw new ArgumentException($"The parameter '{shape.Name}' has {part.Length} numbers; it must have {shape.Length}.", nameof(set));
            part.CopyTo(vector.AsSpan(at));
            at += shape.Length;
        }

        return vector;
    }

    /// <summary>The set of a vector.</summary>
    /// <param name="vector">The numbers: <see cref="Length"/> of them.</param>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public ParameterSet Restore(ReadOnlySpan<double> vector)
    {
        if (vector.Length != Length)
            throw new ArgumentException($"The vector has {vector.Length} numbers; these parameters have {Length}.", nameof(vector));
        var values = new List<KeyValuePair<string, ParameterValue>>(_shapes.Length);
        int at = 0;
        foreach (ParameterShape shape in _shapes)
        {
            values.Add(KeyValuePair.Create(shape.Name, shape.IsSequence ? ParameterValue.Vector(vector.Slice(at, shape.Length)) : vector[at]));
            at += shape.Length;
        }

        return new ParameterSet(values);
    }
}
