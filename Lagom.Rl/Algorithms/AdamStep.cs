using System.Numerics;
using System.Runtime.InteropServices;

namespace Lagom.Rl;

/// <summary>One step of Adam over numbers in memory: a single pass, which also clears the gradients.</summary>
/// <remarks><b>Source:</b> Kingma and Ba (2015), "Adam: a method for stochastic optimization".</remarks>
internal readonly struct AdamStep
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;

    private readonly float _scale;
    private readonly float _rate;
    private readonly float _correction;
    private readonly float _epsilon;

    /// <summary>Prepares a step.</summary>
    /// <param name="number">Which step it is, from 1.</param>
    /// <param name="learningRate">How far.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    /// <param name="gradientScale">What gradients are multiplied with, see <see cref="ClipScale"/>.</param>
    public AdamStep(long number, double learningRate, double epsilon, double gradientScale = 1)
    {
        _scale = (float)gradientScale;
        _rate = (float)(learningRate / (1 - Math.Pow(Beta1, number)));
        _correction = (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, number)));
        _epsilon = (float)epsilon;
    }

    /// <summary>What gradients of a norm are multiplied with to keep within the largest one, as PyTorch's clip_grad_norm_ does.</summary>
    public static double ClipScale(double norm, double largestNorm) => norm > largestNorm ? largestNorm / (norm + 1e-6) : 1;

    /// <summary>Moves the values, updates both running means, and clears the gradients; all have the same length.</summary>
    public void Apply(Span<float> values, Span<float> gradients, Span<float> means, Span<float> squares)
    {
        Span<Vector<float>> p = MemoryMarshal.Cast<float, Vector<float>>(values), g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> m = MemoryMarshal.Cast<float, Vector<float>>(means), v = MemoryMarshal.Cast<float, Vector<float>>(squares);
        var epsilon = new Vector<float>(_epsilon);
        for (int i = 0; i < p.Length && i < g.Length && i < m.Length && i < v.Length; i++)
        {
            Vector<float> gradient = g[i] * _scale;
            Vector<float> mean = m[i] * (float)Beta1 + gradient * (float)(1 - Beta1);
            Vector<float> square = v[i] * (float)Beta2 + gradient * gradient * (float)(1 - Beta2);
            p[i] -= mean * _rate / (Vector.SquareRoot(square) * _correction + epsilon);
            m[i] = mean;
            v[i] = square;
            g[i] = Vector<float>.Zero;
        }

        for (int i = p.Length * Vector<float>.Count; i < values.Length; i++)
        {
            float gradient = gradients[i] * _scale;
            means[i] = means[i] * (float)Beta1 + gradient * (float)(1 - Beta1);
            squares[i] = squares[i] * (float)Beta2 + gradient * gradient * (float)(1 - Beta2);
            values[i] -= means[i] * _rate / (MathF.Sqrt(squares[i]) * _correction + _epsilon);
            gradients[i] = 0;
        }
    }
}
