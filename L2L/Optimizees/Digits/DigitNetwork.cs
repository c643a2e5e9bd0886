using System.Numerics.Tensors;

namespace L2L;

/// <summary>
/// The classifier of <see cref="DigitsOptimizee"/>: a hidden layer with the logistic function, ten linear outputs, no biases; the label is
/// the output with the largest value, the first of equal ones.
/// </summary>
/// <remarks>
/// <para>The weights are one vector: W1 [hidden, input] row by row, then W2 [10, hidden] row by row.</para>
/// <para><b>Source:</b> L2L (2020), the MNIST optimizee's network.</para>
/// </remarks>
public static class DigitNetwork
{
    /// <summary>The number of outputs.</summary>
    public const int Classes = 10;

    /// <summary>The number of weights.</summary>
    /// <param name="inputs">The number of inputs. Range: at least 1.</param>
    /// <param name="hidden">The number of hidden units. Range: at least 1.</param>
    /// <param name="outputs">The number of outputs. Range: at least 1.</param>
    public static int WeightCount(int inputs, int hidden, int outputs = Classes) => checked(inputs * hidden + hidden * outputs);

    /// <summary>Computes the outputs for one input.</summary>
    /// <param name="weights">The weights; the number of hidden units follows from their number.</param>
    /// <param name="input">The input, such as an image.</param>
    /// <param name="outputs">Receives the outputs.</param>
    /// <exception cref="ArgumentException">The number of weights does not fit the numbers of inputs and outputs.</exception>
    public static void Forward(ReadOnlySpan<double> weights, ReadOnlySpan<double> input, Span<double> outputs)
    {
        int hidden = HiddenUnits(weights.Length, input.Length, outputs.Length);
        Span<double> activation = hidden <= 256 ? stackalloc double[hidden] : new double[hidden];
        for (int i = 0; i < hidden; i++)
            activation[i] = TensorPrimitives.Dot(weights.Slice(i * input.Length, input.Length), input);
        TensorPrimitives.Sigmoid(activation, activation);
        ReadOnlySpan<double> outer = weights[(hidden * input.Length)..];
        for (int k = 0; k < outputs.Length; k++)
            outputs[k] = TensorPrimitives.Dot(outer.Slice(k * hidden, hidden), activation);
    }

    /// <summary>The label for one input: the number of the largest output.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="input">The input.</param>
    /// <exception cref="ArgumentException">The number of weights does not fit.</exception>
    public static int Classify(ReadOnlySpan<double> weights, ReadOnlySpan<double> input)
    {
        Span<double> outputs = stackalloc double[Classes];
        Forward(weights, input, outputs);
        return TensorPrimitives.IndexOfMax<double>(outputs);
    }

    /// <summary>The fraction of images whose label is right.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="images">The images.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The number of weights does not fit.</exception>
    public static double Accuracy(ReadOnlySpan<double> weights, DigitImages images, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        int right = 0;
        for (int i = 0; i < images.Count; i++)
        {
            if (i % 256 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (Classify(weights, images.Image(i)) == images.Labels[i])
                right++;
        }

        return (double)right / images.Count;
    }

    private static int HiddenUnits(int weights, int inputs, int outputs)
    {
        OptionCheck.Require(weights > 0 && weights % (inputs + outputs) == 0, nameof(weights), weights, $"a positive multiple of {inputs} inputs + {outputs} outputs");
        return weights / (inputs + outputs);
    }
}
