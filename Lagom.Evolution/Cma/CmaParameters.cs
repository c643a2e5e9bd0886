using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>The weights and learning rates of CMA-ES, which follow from dimension and population size.</summary>
/// <remarks>
/// <para><b>Source:</b> Hansen (2016), "The CMA evolution strategy: a tutorial", arXiv:1604.00772, with the constants of pycma 4.</para>
/// </remarks>
public sealed class CmaParameters
{
    private readonly double[] _weights;

    internal CmaParameters(int dimension, int populationSize, CmaEsOptions options)
    {
        double n = dimension;
        Dimension = dimension;
        PopulationSize = populationSize;
        double middle = Math.Log((populationSize + 1) / 2.0);
        var raw = new double[populationSize];
        for (int i = 0; i < populationSize; i++)
            raw[i] = middle - Math.Log(i + 1);
        ParentCount = options.ParentCount ?? populationSize / 2;
        if (options.ParentCount is { } parents)
        {
            // As many positive weights as there shall be parents: zero lies halfway between the last parent and the next one.
            middle = Math.Log(parents + 0.5);
            for (int i = 0; i < populationSize; i++)
                raw[i] = middle - Math.Log(i + 1);
        }

        Span<double> positive = raw.AsSpan(0, ParentCount), negative = raw.AsSpan(ParentCount);
        Mueff = EffectiveCount(positive);
        MueffMinus = EffectiveCount(negative);
        C1 = Math.Min(1, populationSize / 6.0) * 2 / ((n + 1.3) * (n + 1.3) + Mueff) * options.RankOneFactor;
        C1 = Math.Min(C1, 1);
        Cmu = Math.Min(1 - C1, options.RankMuFactor * 2 * (0.25 + Mueff + 1 / Mueff - 2) / ((n + 2) * (n + 2) + Mueff));
        Cc = (4 + Mueff / n) / (n + 4 + 2 * Mueff / n);
        Cs = (Mueff + 2) / (n + Mueff + 3);
        Damping = (1 + 2 * Math.Max(0, Math.Sqrt((Mueff - 1) / (n + 1)) - 1) + Cs) * options.DampingFactor;
        ChiN = ExpectedLengths.Of(options.Convention, dimension);

        TensorPrimitives.Divide(positive, TensorPrimitives.Sum<double>(positive), positive);
        if (options.Active && !negative.IsEmpty && Cmu > 0)
        {
            double size = Math.Min(Math.Min(1 + C1 / Cmu, 1 + 2 * MueffMinus / (Mueff + 2)), (1 - C1 - Cmu) / (n * Cmu));
            double sum = -TensorPrimitives.Sum<double>(negative);
            TensorPrimitives.Multiply(negative, sum > 0 ? Math.Max(size, 0) / sum : 0, negative);
        }
        else
        {
            negative.Clear();
        }

        _weights = raw;
        WeightSum = TensorPrimitives.Sum<double>(raw);
        DecompositionGap = Math.Max(1, (long)Math.Min(1e9, 1 / (10 * n * Math.Max(C1 + Cmu, 1e-23))));
        C1Diagonal = Math.Min(1, C1 * (n + 1.5) / 3);
        CmuDiagonal = Math.Min(1 - C1Diagonal, Cmu * (n + 1.5) / 3);
    }

    /// <summary>The dimension n of the search.</summary>
    public int Dimension { get; }

    /// <summary>Candidates per generation, lambda.</summary>
    public int PopulationSize { get; }

    /// <summary>How many of them the new mean is made of, mu.</summary>
    public int ParentCount { get; }

    /// <summary>A weight per rank, the best first: positive ones add up to 1, the others are not positive [lambda].</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The effective number of parents.</summary>
    public double Mueff { get; }

    /// <summary>The same over the negative weights.</summary>
    public double MueffMinus { get; }

    /// <summary>The learning rate of the rank-one update.</summary>
    public double C1 { get; }

    /// <summary>The learning rate of the rank-mu update.</summary>
    public double Cmu { get; }

    /// <summary>The decay of the covariance path.</summary>
    public double Cc { get; }

    /// <summary>The decay of the step-size path.</summary>
    public double Cs { get; }

    /// <summary>The damping of the step size.</summary>
    public double Damping { get; }

    /// <summary>The expected length of a standard normal vector.</summary>
    public double ChiN { get; }

    /// <summary>The sum of all weights.</summary>
    internal double WeightSum { get; }

    /// <summary>Generations from one eigendecomposition to the next.</summary>
    internal long DecompositionGap { get; }

    /// <summary>The rank-one learning rate of a diagonal matrix (Ros and Hansen 2008).</summary>
    internal double C1Diagonal { get; }

    /// <summary>The rank-mu learning rate of a diagonal matrix (Ros and Hansen 2008).</summary>
    internal double CmuDiagonal { get; }

    private static double EffectiveCount(ReadOnlySpan<double> weights)
    {
        double sum = TensorPrimitives.Sum(weights);
        double squares = TensorPrimitives.SumOfSquares(weights);
        return squares > 0 ? sum * sum / squares : 0;
    }
}
