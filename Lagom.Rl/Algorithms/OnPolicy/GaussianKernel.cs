namespace Lagom.Rl;

/// <summary>Independent normal numbers around the outputs, with standard deviations that are the same for all rows.</summary>
internal sealed class GaussianKernel(float[] logDeviations) : ActionKernel
{
    private const float HalfLogTwoPi = 0.9189385f;

    private readonly int _size = logDeviations.Length;

    public override int Outputs => _size;

    public override int ActionSize => _size;

    public override void Sample(ReadOnlySpan<float> outputs, Span<float> actions, Span<float> logProbabilities, RandomStream random)
    {
        for (int row = 0; row < logProbabilities.Length; row++)
        {
            float density = 0;
            for (int k = 0; k < _size; k++)
            {
                float noise = (float)random.NextNormal();
                actions[(row * _size) + k] = outputs[(row * _size) + k] + noise * MathF.Exp(logDeviations[k]);
                density -= (0.5f * noise * noise) + logDeviations[k] + HalfLogTwoPi;
            }

            logProbabilities[row] = density;
        }
    }

    public override void Mode(ReadOnlySpan<float> outputs, Span<float> actions) => outputs.CopyTo(actions);

    public override void Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> actions, Span<float> logProbabilities, Span<float> entropies)
    {
        float entropy = 0;
        for (int k = 0; k < _size; k++)
            entropy += 0.5f + HalfLogTwoPi + logDeviations[k];
        entropies.Fill(entropy);
        for (int row = 0; row < logProbabilities.Length; row++)
        {
            float density = 0;
            for (int k = 0; k < _size; k++)
            {
                float scaled = (actions[(row * _size) + k] - outputs[(row * _size) + k]) * MathF.Exp(-logDeviations[k]);
                density -= (0.5f * scaled * scaled) + logDeviations[k] + HalfLogTwoPi;
            }

            logProbabilities[row] = density;
        }
    }

    public override void Differentiate(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> actions, ReadOnlySpan<float> byLogProbability, float byEntropy, Span<float> byOutput, Span<float> byLogDeviation)
    {
        for (int row = 0; row < byLogProbability.Length; row++)
        {
            float weight = byLogProbability[row];
            for (int k = 0; k < _size; k++)
            {
                float inverse = MathF.Exp(-logDeviations[k]);
                float scaled = (actions[(row * _size) + k] - outputs[(row * _size) + k]) * inverse;
                byOutput[(row * _size) + k] = weight * scaled * inverse;
                byLogDeviation[k] += weight * (scaled * scaled - 1) + byEntropy;
            }
        }
    }
}
