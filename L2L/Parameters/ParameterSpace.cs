using System.Globalization;
using SharedSource;

namespace L2L;

/// <summary>
/// The explored parameters of an optimizee, and the map between sets of their values and the search coordinates that optimizers of real vectors
/// move in: coordinates follow the ordinal order of the names, the elements of a vector one after the other.
/// </summary>
public class ParameterSpace
{
    private readonly Parameter[] _parameters;
    private readonly string[] _names;
    private readonly int[] _offsets;
    private readonly int[] _conditionOn;
    private readonly double[] _lower;
    private readonly double[] _upper;

    /// <summary>Makes a space.</summary>
    /// <param name="parameters">The parameters, at least one, in any order.</param>
    /// <exception cref="ArgumentException">There are none, a name is there twice, or a condition names a parameter that is not there or goes in a circle.</exception>
    public ParameterSpace(params IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = [.. parameters.OrderBy(static p => p.Name, StringComparer.Ordinal)];
        if (_parameters.Length == 0)
            throw new ArgumentException("A parameter space needs at least one parameter.", nameof(parameters));
        _names = Array.ConvertAll(_parameters, static p => p.Name);
        for (int i = 1; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], _names[i - 1], StringComparison.Ordinal))
                throw new ArgumentException($"The parameter '{_names[i]}' is there twice.", nameof(parameters));
        }

        _conditionOn = Array.ConvertAll(_parameters, p => p.Condition is null ? -1 : ConditionIndex(p));
        CheckConditions();
        _offsets = new int[_parameters.Length];
        for (int i = 0; i < _parameters.Length; i++)
        {
            _offsets[i] = Dimension;
            Dimension += _parameters[i].Width;
        }

        _lower = new double[Dimension];
        _upper = new double[Dimension];
        for (int i = 0; i < _parameters.Length; i++)
            _parameters[i].Bounds(_lower.AsSpan(_offsets[i], _parameters[i].Width), _upper.AsSpan(_offsets[i], _parameters[i].Width));
        HasConditions = _conditionOn.Any(static on => on >= 0);
        IsBounded = _lower.All(double.IsFinite) && _upper.All(double.IsFinite);
    }

    /// <summary>The parameters, in ordinal order of their names.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>How many search coordinates there are.</summary>
    public int Dimension { get; }

    /// <summary>The least value of each search coordinate; −∞ where there is none.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>The largest value of each search coordinate; ∞ where there is none.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <summary>Whether every coordinate has both bounds.</summary>
    public bool IsBounded { get; }

    /// <summary>Whether some parameters are there only sometimes.</summary>
    public bool HasConditions { get; }

    /// <summary>The parameter of a name.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public Parameter this[string name]
    {
        get
        {
            int at = Array.BinarySearch(_names, name, StringComparer.Ordinal);
            if (at >= 0)
                return _parameters[at];
            string? near = NearestName.Of(name, _names);
            throw new KeyNotFoundException($"There is no parameter '{name}'; there are: {string.Join(", ", _names)}." + (near is null ? "" : $" Did you mean '{near}'?"));
        }
    }

    /// <summary>Draws a valid set of values.</summary>
    /// <param name="random">Where the numbers come from.</param>
    public ParameterSet Sample(RandomStream random)
    {
        var values = new ParameterValue[_parameters.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = _parameters[i].Sample(random);
        return Active(values);
    }

    /// <summary>Writes a set's search coordinates. Those of a parameter that is not there are in the middle of their range, or 0.</summary>
    /// <param name="set">A valid set.</param>
    /// <param name="coordinates">Where to write: <see cref="Dimension"/> numbers.</param>
    /// <exception cref="ArgumentException">The set is not one of this space.</exception>
    public void Encode(ParameterSet set, Span<double> coordinates)
    {
        Validate(set);
        CheckLength(coordinates);
        for (int i = 0; i < _parameters.Length; i++)
        {
            Span<double> part = coordinates.Slice(_offsets[i], _parameters[i].Width);
            if (set.TryGetValue(_names[i], out ParameterValue value))
            {
                _parameters[i].Encode(value, part);
                continue;
            }

            for (int j = 0; j < part.Length; j++)
            {
                double middle = (_lower[_offsets[i] + j] + _upper[_offsets[i] + j]) / 2;
                part[j] = double.IsFinite(middle) ? middle : 0;
            }
        }
    }

    /// <summary>A set's search coordinates.</summary>
    /// <param name="set">A valid set.</param>
    /// <exception cref="ArgumentException">The set is not one of this space.</exception>
    public double[] Encode(ParameterSet set)
    {
        var coordinates = new double[Dimension];
        Encode(set, coordinates);
        return coordinates;
    }

    /// <summary>The set of a point; coordinates beyond their bounds count as on them.</summary>
    /// <param name="coordinates">The point: <see cref="Dimension"/> finite numbers.</param>
    public ParameterSet Decode(ReadOnlySpan<double> coordinates)
    {
        CheckLength(coordinates);
        var values = new ParameterValue[_parameters.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = _parameters[i].Decode(coordinates.Slice(_offsets[i], _parameters[i].Width));
        return Active(values);
    }

    /// <summary>Moves each coordinate that is beyond a bound onto it.</summary>
    /// <param name="coordinates">The point, changed in place.</param>
    public void Clip(Span<double> coordinates)
    {
        CheckLength(coordinates);
        for (int i = 0; i < coordinates.Length; i++)
            coordinates[i] = Math.Clamp(coordinates[i], _lower[i], _upper[i]);
    }

    /// <summary>Whether each parameter is there in a set whose other values are given.</summary>
    /// <param name="coordinates">The point.</param>
    /// <returns>One entry for each of <see cref="Parameters"/>.</returns>
    public bool[] ActiveParameters(ReadOnlySpan<double> coordinates)
    {
        ParameterSet set = Decode(coordinates);
        return Array.ConvertAll(_names, set.ContainsKey);
    }

    /// <summary>The first search coordinate of a parameter.</summary>
    /// <param name="parameter">The parameter's place in <see cref="Parameters"/>.</param>
    public int OffsetOf(int parameter) => _offsets[parameter];

    /// <summary>Checks that a set has exactly the parameters of this space, each within its domain.</summary>
    /// <param name="set">The set.</param>
    /// <exception cref="ArgumentException">A parameter is missing, unknown, of the wrong kind or beyond its bounds; the message names it.</exception>
    public void Validate(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        int found = 0;
        for (int i = 0; i < _parameters.Length; i++)
        {
            bool there = set.TryGetValue(_names[i], out ParameterValue value);
            if (there)
                found++;
            bool wanted = IsActive(i, set);
            if (there && !wanted)
                throw new ArgumentException($"The parameter '{_names[i]}' must not be there where '{_parameters[i].Condition!.Parameter}' is not one of {string.Join(", ", _parameters[i].Condition!.Values)}.", nameof(set));
            if (!there && wanted)
                throw new ArgumentException($"The parameter '{_names[i]}' is missing from {set}.", nameof(set));
            if (there && !_parameters[i].Contains(value))
                throw new ArgumentException($"The parameter '{_names[i]}' is {value}; it must be {_parameters[i].Domain}.", nameof(set));
        }

        if (found == set.Count)
            return;
        string unknown = set.Names.First(name => Array.BinarySearch(_names, name, StringComparer.Ordinal) < 0);
        throw new ArgumentException($"There is no parameter '{unknown}' in this space; there are: {string.Join(", ", _names)}.", nameof(set));
    }

    private bool IsActive(int parameter, ParameterSet set)
    {
        int on = _conditionOn[parameter];
        return on < 0 || (set.TryGetValue(_names[on], out ParameterValue value) && _parameters[parameter].Condition!.Holds(value));
    }

    private bool IsActive(int parameter, ParameterValue[] values)
    {
        int on = _conditionOn[parameter];
        return on < 0 || (IsActive(on, values) && _parameters[parameter].Condition!.Holds(values[on]));
    }

    private ParameterSet Active(ParameterValue[] values)
    {
        if (!HasConditions)
            return new ParameterSet(_names, values);
        int[] active = [.. Enumerable.Range(0, values.Length).Where(i => IsActive(i, values))];
        return new ParameterSet(Array.ConvertAll(active, i => _names[i]), Array.ConvertAll(active, i => values[i]));
    }

    private int ConditionIndex(Parameter parameter)
    {
        int on = Array.BinarySearch(_names, parameter.Condition!.Parameter, StringComparer.Ordinal);
        if (on < 0)
            throw new ArgumentException($"The condition of '{parameter.Name}' names '{parameter.Condition.Parameter}', which is not in the space.", nameof(parameter));
        if (_parameters[on] is not (CategoryParameter or IntegerParameter) || parameter.Condition.Values.Count == 0)
            throw new ArgumentException($"The condition of '{parameter.Name}' on '{parameter.Condition.Parameter}' needs at least one value of a parameter that is an integer or one of some choices.", nameof(parameter));
        return on;
    }

    private void CheckConditions()
    {
        for (int i = 0; i < _conditionOn.Length; i++)
        {
            int steps = 0;
            for (int at = i; at >= 0; at = _conditionOn[at])
            {
                if (++steps > _conditionOn.Length)
                    throw new ArgumentException($"The conditions on '{_names[i]}' go in a circle.", "parameters");
            }
        }
    }

    private void CheckLength(ReadOnlySpan<double> coordinates)
    {
        if (coordinates.Length != Dimension)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The point has {coordinates.Length} coordinates; this space has {Dimension}."), nameof(coordinates));
    }
}
