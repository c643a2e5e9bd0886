namespace L2LExperiments.Optimizees;

/// <summary>Pushes the cart to the right where a weighted sum of the observation is positive.</summary>
internal sealed record CartPolePolicy([Vector(4, -1, 1)] double[] Weights, [Real(-0.1, 0.1)] double Bias)
{
    public int Act(ReadOnlySpan<float> observation)
    {
        double sum = Bias;
        for (int i = 0; i < Weights.Length; i++)
            sum += Weights[i] * observation[i];
        return sum > 0 ? 1 : 0;
    }
}
