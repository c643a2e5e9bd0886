namespace Lagom.Rl;

/// <summary>An exponentially weighted average of arrays of numbers: x̄ ← α x̄ + (1 - α) x, starting from the first x.</summary>
/// <remarks><b>Source:</b> Polyak and Juditsky (1992), "Acceleration of stochastic approximation by averaging".</remarks>
public sealed class PolyakAverage
{
    private readonly double _alpha;
    private double[]? _average;

    /// <summary>Makes the average.</summary>
    /// <param name="alpha">How much of the average stays at each number, α. Range: [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">α is out of range.</exception>
    public PolyakAverage(double alpha)
    {
        EstimatorArguments.CheckFactor(alpha);
        _alpha = alpha;
    }

    /// <summary>Whether anything was added yet.</summary>
    public bool HasValue => _average is not null;

    /// <summary>The average; empty before the first numbers.</summary>
    public ReadOnlySpan<double> Current => _average;

    /// <summary>Adds numbers.</summary>
    /// <param name="numbers">The numbers, as many each time.</param>
    /// <returns>The new average; overwritten by the next call.</returns>
    /// <exception cref="ArgumentException">There are more or fewer numbers than before.</exception>
    public ReadOnlySpan<double> Add(params ReadOnlySpan<double> numbers)
    {
        if (_average is null)
        {
            _average = numbers.ToArray();
            return _average;
        }

        if (numbers.Length != _average.Length)
            throw new ArgumentException($"There are {numbers.Length} numbers; the average is of {_average.Length}.", nameof(numbers));
        for (int i = 0; i < numbers.Length; i++)
            _average[i] = _alpha * _average[i] + (1 - _alpha) * numbers[i];
        return _average;
    }
}
