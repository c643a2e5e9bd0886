using System.Numerics.Tensors;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>First values of layers, drawn from a random stream.</summary>
public static class Initialization
{
    /// <summary>The gain of orthogonal weights before a rectifier: √2.</summary>
    public const double ReluGain = 1.4142135623730951;

    /// <summary>The gain that keeps the spread through a hyperbolic tangent: 5/3.</summary>
    public const double TanhGain = 5.0 / 3;

    /// <summary>
    /// Sets every weight of a layer to an orthogonal matrix times a gain, and every bias to a constant. Works on any layer whose own
    /// parameters are named "weight…" and "bias…": dense, convolutional and recurrent ones; parts of the layer are left as they are.
    /// </summary>
    /// <typeparam name="T">The layer.</typeparam>
    /// <param name="layer">The layer; its weights have two dimensions or more, of which those after the first count as one.</param>
    /// <param name="random">Where the normal numbers behind the matrices come from.</param>
    /// <param name="gain">The factor.</param>
    /// <param name="bias">The constant.</param>
    /// <param name="blocks">Into how many equal blocks of rows a weight is split, each orthogonal by itself: 4 for the gates of an LSTM, say. Range: at least 1.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="ArgumentException">The layer has no weight, one has a single dimension, or its rows do not split so.</exception>
    /// <remarks><b>Source:</b> Saxe, McClelland and Ganguli (2014), "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks".</remarks>
    public static T Orthogonal<T>(T layer, RandomStream random, double gain = 1, double bias = 0, int blocks = 1)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        bool found = false;
        foreach ((string name, Parameter parameter) in layer.named_parameters(recurse: false))
        {
            if (name.StartsWith("bias", StringComparison.Ordinal))
                nn.init.constant_(parameter, bias);
            if (!name.StartsWith("weight", StringComparison.Ordinal))
                continue;
            found = true;
            long[] shape = parameter.shape;
            if (shape.Length < 2 || shape[0] % blocks != 0)
            {
                throw new ArgumentException(
                    $"The weight '{name}' of shape [{string.Join(", ", shape)}] is no matrix whose rows split into {blocks} equal blocks.", nameof(layer));
            }

            parameter.Set(Blocks((int)shape[0], (int)(parameter.numel() / shape[0]), blocks, random, gain));
        }

        return found ? layer : throw new ArgumentException($"{layer.GetName()} has no weight of its own.", nameof(layer));
    }

    /// <summary>Sets weights and biases of a layer to uniform numbers within ±1/√(inputs of a unit): PyTorch's default for dense and convolutional layers.</summary>
    /// <typeparam name="T">The layer.</typeparam>
    /// <param name="layer">The layer; it has a parameter named "weight" whose first dimension counts the units.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="ArgumentException">The layer has no weight.</exception>
    public static T Uniform<T>(T layer, RandomStream random)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(random);
        Parameter weight = layer.get_parameter("weight") ?? throw new ArgumentException($"{layer.GetName()} has no weight of its own.", nameof(layer));
        double bound = 1 / Math.Sqrt(weight.numel() / (double)weight.shape[0]);
        foreach ((_, Parameter parameter) in layer.named_parameters(recurse: false))
        {
            var numbers = new float[parameter.numel()];
            for (int i = 0; i < numbers.Length; i++)
                numbers[i] = (float)random.NextDouble(-bound, bound);
            parameter.Set(numbers);
        }

        return layer;
    }

    /// <summary>The orthogonal matrix of a matrix of normal numbers: its rows, or its columns where there are more rows, are orthonormal.</summary>
    /// <param name="normals">The normal numbers [rows, columns]; their Q of the decomposition Q R with a positive diagonal of R is the result.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="gain">The factor.</param>
    internal static double[] OrthogonalOf(ReadOnlySpan<double> normals, int rows, int columns, double gain)
    {
        // Gram and Schmidt's vectors, orthogonalised twice, are that Q; the shorter side counts the vectors.
        bool byRow = rows < columns;
        int count = byRow ? rows : columns;
        int length = byRow ? columns : rows;
        var vectors = new double[count][];
        for (int v = 0; v < count; v++)
        {
            double[] vector = vectors[v] = new double[length];
            for (int i = 0; i < length; i++)
                vector[i] = normals[byRow ? (v * columns) + i : (i * columns) + v];
            for (int pass = 0; pass < 2; pass++)
            {
                for (int before = 0; before < v; before++)
                    TensorPrimitives.MultiplyAdd(vectors[before], -TensorPrimitives.Dot<double>(vectors[before], vector), vector, vector);
            }

            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
        }

        var result = new double[rows * columns];
        for (int i = 0; i < result.Length; i++)
            result[i] = gain * (byRow ? vectors[i / columns][i % columns] : vectors[i % columns][i / columns]);
        return result;
    }

    private static float[] Blocks(int rows, int columns, int blocks, RandomStream random, double gain)
    {
        int height = rows / blocks;
        var all = new float[rows * columns];
        var normals = new double[height * columns];
        for (int block = 0; block < blocks; block++)
        {
            random.FillNormal(normals);
            double[] matrix = OrthogonalOf(normals, height, columns, gain);
            for (int i = 0; i < matrix.Length; i++)
                all[(block * matrix.Length) + i] = (float)matrix[i];
        }

        return all;
    }
}
