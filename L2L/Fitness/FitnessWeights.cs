using System.Globalization;

namespace L2L;

/// <summary>
/// One factor for each number of a fitness. Optimizers maximise the weighted sum, or each weighted number; a negative weight minimises its number.
/// </summary>
public sealed class FitnessWeights
{
    private readonly double[] _values;

    /// <summary>Makes weights.</summary>
    /// <param name="values">The factors, at least one, all finite, not all 0.</param>
    /// <exception cref="ArgumentException">There are none, one is not finite, or all are 0.</exception>
    public FitnessWeights(params ReadOnlySpan<double> values)
    {
        if (values.IsEmpty || values.IndexOfAnyExcept(0.0) < 0)
            throw new ArgumentException("There must be at least one weight that is not 0.", nameof(values));
        foreach (double value in values)
            OptionCheck.Require(double.IsFinite(value), nameof(values), value, "finite");
        _values = values.ToArray();
    }

    /// <summary>One objective that is to be as large as possible.</summary>
    public static FitnessWeights Maximize { get; } = new(1);

    /// <summary>One objective that is to be as small as possible.</summary>
    public static FitnessWeights Minimize { get; } = new(-1);

    /// <summary>How many numbers a fitness must have.</summary>
    public int Length => _values.Length;

    /// <summary>The factors.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The weighted sum, which is to be maximised.</summary>
    /// <param name="fitness">A fitness of <see cref="Length"/> numbers.</param>
    /// <exception cref="ArgumentException">The fitness has another length.</exception>
    public double Sum(FitnessVector fitness)
    {
        Check(fitness);
        double sum = 0;
        for (int i = 0; i < _values.Length; i++)
            sum += _values[i] * fitness[i];
        return sum;
    }

    /// <summary>The weighted numbers, each of which is to be maximised.</summary>
    /// <param name="fitness">A fitness of <see cref="Length"/> numbers.</param>
    /// <exception cref="ArgumentException">The fitness has another length.</exception>
    public double[] Apply(FitnessVector fitness)
    {
        Check(fitness);
        var weighted = new double[_values.Length];
        for (int i = 0; i < weighted.Length; i++)
            weighted[i] = _values[i] * fitness[i];
        return weighted;
    }

    /// <summary>The factors in brackets.</summary>
    public override string ToString() => "(" + string.Join(", ", _values.Select(static x => x.ToString(CultureInfo.InvariantCulture))) + ")";

    private void Check(FitnessVector fitness)
    {
        if (fitness.Length != _values.Length)
            throw new ArgumentException($"The fitness {fitness} has {fitness.Length} numbers; there are {_values.Length} weights. Simulate must return one number for each weight.", nameof(fitness));
    }
}
