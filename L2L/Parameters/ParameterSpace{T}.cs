namespace L2L;

/// <summary>A parameter space whose sets map to records.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ParameterSpace<T> : ParameterSpace
    where T : notnull
{
    private readonly Func<ParameterSet, T> _create;
    private readonly Func<T, ParameterSet>? _read;

    /// <summary>Makes a space whose map is written by hand.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="create">Makes a record of a set.</param>
    /// <param name="read">Makes a set of a record; only <see cref="Read"/> needs it.</param>
    public ParameterSpace(IEnumerable<Parameter> parameters, Func<ParameterSet, T> create, Func<T, ParameterSet>? read = null)
        : base(parameters)
    {
        ArgumentNullException.ThrowIfNull(create);
        _create = create;
        _read = read;
    }

    /// <summary>The record of a set.</summary>
    /// <param name="set">A set of this space.</param>
    public T Create(ParameterSet set) => _create(set);

    /// <summary>The set of a record, checked against the domains.</summary>
    /// <param name="value">The record.</param>
    /// <exception cref="ArgumentException">A value is beyond its bounds.</exception>
    /// <exception cref="NotSupportedException">The space was made without a function that reads records.</exception>
    public ParameterSet Read(T value)
    {
        ParameterSet set = (_read ?? throw new NotSupportedException($"This space of {typeof(T).Name} was made without a function that reads records."))(value);
        Validate(set);
        return set;
    }
}
