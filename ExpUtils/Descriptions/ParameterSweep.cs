using System.Collections;

namespace ExpUtils;

/// <summary>
/// All combinations of the swept parameters, numbered from 0. Nothing is listed in memory: a combination is made when it is asked for, in time
/// proportional to the number of parameters.
/// </summary>
public sealed class ParameterSweep : IEnumerable<ParameterSet>
{
    private readonly SweptParameter[] _parameters;
    private readonly ParameterLayout _layout;
    private readonly long[] _strides;

    internal ParameterSweep(SweptParameter[] parameters, ParameterLayout layout, PermutationOrder order)
    {
        _parameters = parameters;
        _layout = layout;
        Order = order;
        _strides = new long[parameters.Length];
        long count = 1;
        for (int i = 0; i < parameters.Length; i++)
        {
            // With the strides of the slots before it known, index / stride mod count is the position of a slot's value.
            int slot = order == PermutationOrder.FirstPathFastest ? i : parameters.Length - 1 - i;
            _strides[slot] = count;
            count = checked(count * parameters[slot].Values.Count);
        }

        Count = count;
        HasEqualValues = parameters.Any(parameter => parameter.Values.Distinct().Count() < parameter.Values.Count);
    }

    /// <summary>How many combinations there are (p): the product of the numbers of values; 1 where nothing is swept.</summary>
    public long Count { get; }

    /// <summary>How they are numbered.</summary>
    public PermutationOrder Order { get; }

    /// <summary>The parameters with their values, in the order of their paths.</summary>
    public IReadOnlyList<SweptParameter> Parameters => _parameters;

    /// <summary>Whether a parameter has the same value twice (<c>1</c> and <c>1.0</c>, say), so that several combinations are one configuration.</summary>
    public bool HasEqualValues { get; }

    /// <summary>A combination.</summary>
    /// <param name="index">Its number. Range: 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such combination.</exception>
    public ParameterSet this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var values = new ParameterValue[_parameters.Length];
            for (int i = 0; i < values.Length; i++)
            {
                IReadOnlyList<ParameterValue> choices = _parameters[i].Values;
                values[i] = choices.Count == 1 ? choices[0] : choices[(int)(index / _strides[i] % choices.Count)];
            }

            return new ParameterSet(_layout, values);
        }
    }

    /// <summary>The number of a configuration, or -1 where the sweep has none like it. Where two are equal, the first.</summary>
    /// <param name="parameters">The configuration.</param>
    public long IndexOf(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count != _parameters.Length)
            return -1;
        long index = 0;
        for (int i = 0; i < _parameters.Length; i++)
        {
            if (!parameters.TryGetValue(_parameters[i].Name, out ParameterValue? value))
                return -1;
            int choice = Position(_parameters[i].Values, value);
            if (choice < 0)
                return -1;
            index += choice * _strides[i];
        }

        return index;
    }

    /// <summary>Goes through all combinations, one at a time.</summary>
    public IEnumerator<ParameterSet> GetEnumerator()
    {
        for (long index = 0; index < Count; index++)
            yield return this[index];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The first combination with one parameter changed.</summary>
    internal ParameterSet With(int slot, int choice) => this[choice * _strides[slot]];

    /// <summary>The combination of the values at these positions, one per parameter.</summary>
    internal ParameterSet With(ReadOnlySpan<int> choices)
    {
        var values = new ParameterValue[choices.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = _parameters[i].Values[choices[i]];
        return new ParameterSet(_layout, values);
    }

    private static int Position(IReadOnlyList<ParameterValue> values, ParameterValue value)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Equals(value))
                return i;
        }

        return -1;
    }
}
