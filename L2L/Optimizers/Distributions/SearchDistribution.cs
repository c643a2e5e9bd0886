using System.Globalization;

namespace L2L;

/// <summary>Which distribution an optimizer searches with, and its settings. Derive from it for one's own.</summary>
public abstract record SearchDistribution
{
    /// <summary>Checks the settings.</summary>
    /// <param name="dimension">How many search coordinates there are.</param>
    /// <exception cref="ArgumentException">One is beyond its range.</exception>
    public virtual void Validate(int dimension)
    {
    }

    /// <summary>Makes the distribution, not fitted yet.</summary>
    /// <param name="dimension">How many search coordinates there are.</param>
    public abstract ISearchDistribution Create(int dimension);

    /// <summary>Reads a distribution: its name, and its numbers in brackets where wanted, such as <c>noisy-gaussian(1, 0.99)</c>.</summary>
    /// <param name="text">
    /// <c>gaussian</c>, <c>noisy-gaussian(magnitude, decay)</c>, <c>gaussian-mixture(components)</c> or
    /// <c>noisy-gaussian-mixture(components, magnitude, decay)</c>.
    /// </param>
    /// <exception cref="ArgumentException">The text is none of these.</exception>
    public static SearchDistribution Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Trim().TrimEnd(')').Split('(', 2);
        double[] numbers = parts.Length < 2 ? [] : Array.ConvertAll(parts[1].Split(','), static s => double.Parse(s, CultureInfo.InvariantCulture));
        double At(int index, double otherwise) => index < numbers.Length ? numbers[index] : otherwise;
        return parts[0].Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant() switch
        {
            "GAUSSIAN" => new GaussianDistribution(),
            "NOISYGAUSSIAN" => new NoisyGaussianDistribution { NoiseMagnitude = At(0, 1), NoiseDecay = At(1, 0.95) },
            "GAUSSIANMIXTURE" => new GaussianMixtureDistribution { Components = (int)At(0, 2) },
            "NOISYGAUSSIANMIXTURE" => new NoisyGaussianMixtureDistribution { Components = (int)At(0, 2), NoiseMagnitude = At(1, 1), NoiseDecay = At(2, 0.95) },
            _ => throw new ArgumentException($"'{text}' is no distribution; there are gaussian, noisy-gaussian(magnitude, decay), gaussian-mixture(components) and noisy-gaussian-mixture(components, magnitude, decay).", nameof(text)),
        };
    }
}
