namespace Layg;

/// <summary>What a learner answers: the value, its predicted error and where it came from.</summary>
public readonly struct Evaluation : IEquatable<Evaluation>
{
    private readonly double _scalar;
    private readonly double[]? _vector;

    internal Evaluation(double value, double error, EvaluationSource source)
    {
        _scalar = value;
        Error = error;
        Source = source;
    }

    internal Evaluation(double[] values, double error, EvaluationSource source)
    {
        if (values.Length == 1)
            _scalar = values[0];
        else
            _vector = values;
        Error = error;
        Source = source;
    }

    /// <summary>The value of a function with one output.</summary>
    /// <exception cref="InvalidOperationException">The function has several outputs; they are in <see cref="Values"/>.</exception>
    public double Value => _vector is null
        ? _scalar
        : throw new InvalidOperationException($"The function has {_vector.Length} outputs; read them from {nameof(Values)}.");

    /// <summary>All components of the value. For a function with one output every read makes a new array of one number.</summary>
    public double[] Values => _vector ?? [_scalar];

    /// <summary>The predicted absolute error, in the unit of the value; 0 unless <see cref="Source"/> is <see cref="EvaluationSource.Emulated"/>.</summary>
    public double Error { get; }

    /// <summary>Where the value came from.</summary>
    public EvaluationSource Source { get; }

    /// <summary>Whether the value is the true function's own.</summary>
    public bool IsExact => Source != EvaluationSource.Emulated;

    /// <summary>Compares two evaluations by value, error and source.</summary>
    /// <param name="left">One evaluation.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Evaluation left, Evaluation right) => left.Equals(right);

    /// <summary>Compares two evaluations by value, error and source.</summary>
    /// <param name="left">One evaluation.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Evaluation left, Evaluation right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Evaluation other) =>
        Error.Equals(other.Error) && Source == other.Source && _scalar.Equals(other._scalar) &&
        (_vector is null ? other._vector is null : other._vector is not null && _vector.AsSpan().SequenceEqual(other._vector));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Evaluation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_vector is null ? _scalar : _vector[0], Error, Source);

    /// <summary>Shows the value with its error and source.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{string.Join(", ", Values)} ± {Error} ({Source})");
}
