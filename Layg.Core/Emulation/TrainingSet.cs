using Shared.Tensors;

namespace Layg;

/// <summary>Points where the function's value is known: row-major inputs and outputs. Immutable.</summary>
/// <remarks>
/// | name | shape |
/// |---|---|
/// | <see cref="Inputs"/> | [<see cref="Count"/>, <see cref="InputDimension"/>] |
/// | <see cref="Outputs"/> | [<see cref="Count"/>, <see cref="OutputDimension"/>] |
/// </remarks>
public sealed class TrainingSet
{
    private readonly ReadOnlyMemory<double> _inputs;
    private readonly ReadOnlyMemory<double> _outputs;

    /// <summary>Wraps rows of numbers, without copying them.</summary>
    /// <param name="inputs">The points, row after row. All numbers must be finite.</param>
    /// <param name="outputs">The function's values there, row after row. All numbers must be finite.</param>
    /// <param name="inputDimension">Numbers per point (n). Range: at least 1.</param>
    /// <param name="outputDimension">Numbers per value (m). Range: at least 1.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a number is not finite.</exception>
    public TrainingSet(ReadOnlyMemory<double> inputs, ReadOnlyMemory<double> outputs, int inputDimension, int outputDimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputDimension, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputDimension, 1);
        Count = inputs.Length / inputDimension;
        if (inputs.Length != Count * inputDimension)
            throw new ArgumentException($"{inputs.Length} input numbers are not whole points of dimension {inputDimension}.", nameof(inputs));
        if (outputs.Length != Count * outputDimension)
            throw new ArgumentException($"{Count} points of output dimension {outputDimension} need {Count * outputDimension} output numbers, not {outputs.Length}.", nameof(outputs));
        ThrowIfNotFinite(inputs.Span, inputDimension, nameof(inputs));
        ThrowIfNotFinite(outputs.Span, outputDimension, nameof(outputs));
        _inputs = inputs;
        _outputs = outputs;
        InputDimension = inputDimension;
        OutputDimension = outputDimension;
    }

    /// <summary>How many points (N).</summary>
    public int Count { get; }

    /// <summary>Numbers per point (n).</summary>
    public int InputDimension { get; }

    /// <summary>Numbers per value (m).</summary>
    public int OutputDimension { get; }

    /// <summary>All points, row after row.</summary>
    public ReadOnlySpan<double> Inputs => _inputs.Span;

    /// <summary>All values, row after row.</summary>
    public ReadOnlySpan<double> Outputs => _outputs.Span;

    /// <summary>Copies points given as arrays, one a row.</summary>
    /// <param name="inputs">The points, at least one, all of one length.</param>
    /// <param name="outputs">The values, as many as points, all of one length.</param>
    /// <exception cref="ArgumentException">There is no point, the lengths do not fit together, or a number is not finite.</exception>
    public static TrainingSet FromRows(IReadOnlyList<double[]> inputs, IReadOnlyList<double[]> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        if (inputs.Count == 0)
            throw new ArgumentException("There must be at least one point.", nameof(inputs));
        if (outputs.Count != inputs.Count)
            throw new ArgumentException($"There are {inputs.Count} points, but {outputs.Count} values.", nameof(outputs));
        return new TrainingSet(Flatten(inputs, nameof(inputs)), Flatten(outputs, nameof(outputs)), inputs[0].Length, outputs[0].Length);
    }

    /// <summary>Returns one point.</summary>
    /// <param name="index">Which one, from 0.</param>
    public ReadOnlySpan<double> Input(int index) => Inputs.Slice(index * InputDimension, InputDimension);

    /// <summary>Returns the function's value at one point.</summary>
    /// <param name="index">Which one, from 0.</param>
    public ReadOnlySpan<double> Output(int index) => Outputs.Slice(index * OutputDimension, OutputDimension);

    /// <summary>Returns the first points.</summary>
    /// <param name="count">How many. Range: 0 to <see cref="Count"/>.</param>
    public TrainingSet Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new TrainingSet(_inputs[..(count * InputDimension)], _outputs[..(count * OutputDimension)], InputDimension, OutputDimension);
    }

    /// <summary>Copies chosen points into a set of their own.</summary>
    /// <param name="indices">Which points, in the order they shall have.</param>
    public TrainingSet Select(ReadOnlySpan<int> indices)
    {
        var inputs = new double[indices.Length * InputDimension];
        var outputs = new double[indices.Length * OutputDimension];
        for (int i = 0; i < indices.Length; i++)
        {
            Input(indices[i]).CopyTo(inputs.AsSpan(i * InputDimension));
            Output(indices[i]).CopyTo(outputs.AsSpan(i * OutputDimension));
        }

        return new TrainingSet(inputs, outputs, InputDimension, OutputDimension);
    }

    /// <summary>
    /// Divides the points at random for cross-validation: floor(<paramref name="heldOutFraction"/> × N) of them are held out.
    /// </summary>
    /// <param name="heldOutFraction">The share to hold out. Range: 0 to 1, both excluded.</param>
    /// <param name="random">The stream that shuffles the points.</param>
    /// <returns>The points to train on, and the held-out ones.</returns>
    public (TrainingSet Training, TrainingSet HeldOut) Split(double heldOutFraction, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (heldOutFraction is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(heldOutFraction), heldOutFraction, "The held-out share must lie between 0 and 1.");
        int heldOut = (int)Math.Floor(heldOutFraction * Count);
        int[] order = random.Permutation(Count);
        return (Select(order.AsSpan(0, Count - heldOut)), Select(order.AsSpan(Count - heldOut)));
    }

    private static double[] Flatten(IReadOnlyList<double[]> rows, string name)
    {
        int dimension = rows[0].Length;
        var flat = new double[rows.Count * dimension];
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != dimension)
                throw new ArgumentException($"Row {i} has {rows[i].Length} numbers, row 0 has {dimension}.", name);
            rows[i].CopyTo(flat, i * dimension);
        }

        return flat;
    }

    private static void ThrowIfNotFinite(ReadOnlySpan<double> numbers, int dimension, string name)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.IsFinite(numbers[i]))
                throw new ArgumentException($"Row {i / dimension}, component {i % dimension} is {numbers[i]}; every number must be finite.", name);
        }
    }
}
