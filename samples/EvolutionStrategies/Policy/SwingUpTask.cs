using Shared.Tensors;

namespace EvolutionStrategies.Policy;

/// <summary>
/// Swing the pole up and keep it there: a network of one hidden layer is rolled out from a few starting states, the same for every candidate.
/// </summary>
internal sealed class SwingUpTask
{
    /// <summary>Steps of a roll-out: ten seconds.</summary>
    public const int Steps = 500;

    private const int Inputs = 5;
    private const int Hidden = 8;
    private const int Starts = 4;
    private readonly CartPole[] _starts = new CartPole[Starts];

    /// <summary>Draws the starting states.</summary>
    public SwingUpTask(long seed)
    {
        RandomStream random = new RandomStream(seed).Split("cart-pole");
        for (int i = 0; i < Starts; i++)
            _starts[i] = new CartPole { Position = random.NextDouble(-0.2, 0.2), Angle = Math.PI + random.NextDouble(-0.1, 0.1) };
    }

    /// <summary>The number of weights of the network.</summary>
    public const int Dimension = Hidden * (Inputs + 1) + Hidden + 1;

    /// <summary>The mean return of the roll-outs: 0 to <see cref="Steps"/>, more is better. Thread-safe.</summary>
    public double Return(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (CartPole start in _starts)
            sum += RollOut(weights, start, path: null);
        return sum / Starts;
    }

    /// <summary>The states of a roll-out from the first start.</summary>
    public IReadOnlyList<CartPole> Path(ReadOnlySpan<double> weights)
    {
        var path = new List<CartPole>();
        RollOut(weights, _starts[0], path);
        return path;
    }

    private static double RollOut(ReadOnlySpan<double> weights, CartPole state, List<CartPole>? path)
    {
        double sum = 0;
        for (int step = 0; step < Steps && state.IsOnTrack; step++)
        {
            path?.Add(state);
            state.Step(Push(weights, state));
            sum += state.Reward;
        }

        return sum;
    }

    private static double Push(ReadOnlySpan<double> weights, in CartPole state)
    {
        (double sine, double cosine) = Math.SinCos(state.Angle);
        double output = weights[^1];
        for (int unit = 0; unit < Hidden; unit++)
        {
            ReadOnlySpan<double> w = weights.Slice(unit * (Inputs + 1), Inputs + 1);
            double sum = w[0] * state.Position + w[1] * state.Speed / 2 + w[2] * sine + w[3] * cosine + w[4] * state.AngularSpeed / 4 + w[5];
            output += weights[Hidden * (Inputs + 1) + unit] * Math.Tanh(sum);
        }

        return Math.Tanh(output);
    }
}
