using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>Choices in proportion to the softmax of the outputs; an action is the number of the choice.</summary>
internal sealed class CategoricalKernel(int choices) : ActionKernel
{
    private readonly float[] _logs = new float[choices];

    public override int Outputs => choices;

    public override int ActionSize => 1;

    public override void Sample(ReadOnlySpan<float> outputs, Span<float> actions, Span<float> logProbabilities, RandomStream random)
    {
        for (int row = 0; row < actions.Length; row++)
        {
            LogSoftmax(outputs.Slice(row * choices, choices));
            double left = random.NextDouble();
            int choice = 0;
            // What rounding leaves over goes to the last choice.
            while (choice + 1 < choices && (left -= MathF.Exp(_logs[choice])) >= 0)
                choice++;
            actions[row] = choice;
            logProbabilities[row] = _logs[choice];
        }
    }

    public override void Mode(ReadOnlySpan<float> outputs, Span<float> actions)
    {
        for (int row = 0; row < actions.Length; row++)
            actions[row] = TensorPrimitives.IndexOfMax(outputs.Slice(row * choices, choices));
    }

    public override void Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> actions, Span<float> logProbabilities, Span<float> entropies)
    {
        for (int row = 0; row < actions.Length; row++)
        {
            LogSoftmax(outputs.Slice(row * choices, choices));
            logProbabilities[row] = _logs[(int)actions[row]];
            entropies[row] = Entropy();
        }
    }

    public override void Differentiate(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> actions, ReadOnlySpan<float> byLogProbability, float byEntropy, Span<float> byOutput, Span<float> byLogDeviation)
    {
        for (int row = 0; row < actions.Length; row++)
        {
            LogSoftmax(outputs.Slice(row * choices, choices));
            float entropy = Entropy(), weight = byLogProbability[row];
            Span<float> gradients = byOutput.Slice(row * choices, choices);
            for (int k = 0; k < choices; k++)
            {
                float probability = MathF.Exp(_logs[k]);
                gradients[k] = -probability * (weight + byEntropy * (_logs[k] + entropy));
            }

            gradients[(int)actions[row]] += weight;
        }
    }

    private void LogSoftmax(ReadOnlySpan<float> scores)
    {
        float largest = scores[0];
        for (int k = 1; k < scores.Length; k++)
            largest = Math.Max(largest, scores[k]);
        float sum = 0;
        for (int k = 0; k < scores.Length; k++)
            sum += MathF.Exp(scores[k] - largest);
        float shift = largest + MathF.Log(sum);
        for (int k = 0; k < scores.Length; k++)
            _logs[k] = scores[k] - shift;
    }

    private float Entropy()
    {
        float entropy = 0;
        for (int k = 0; k < _logs.Length; k++)
            entropy -= MathF.Exp(_logs[k]) * _logs[k];
        return entropy;
    }
}
