using Shared.Tensors;

namespace TileCodingSweep;

/// <summary>SARSA(lambda) with linear action values over tiles and replacing traces, undiscounted.</summary>
/// <remarks>Source: Sutton and Barto (2018), Reinforcement Learning, section 12.7.</remarks>
internal sealed class SarsaLambda(SarsaParameters parameters, int actions, RandomStream random)
{
    // Traces below this no longer matter.
    private const double SmallestTrace = 1e-4;

    private readonly TileCoder _coder = new(parameters.Tilings);
    private readonly double[] _weights = new double[actions * new TileCoder(parameters.Tilings).Count];
    private readonly double[] _traces = new double[actions * new TileCoder(parameters.Tilings).Count];
    private readonly List<int> _traced = [];
    private int[] _tiles = new int[parameters.Tilings];
    private int[] _nextTiles = new int[parameters.Tilings];
    private int _action;

    /// <summary>Begins an episode and chooses the first action.</summary>
    public int Begin(ReadOnlySpan<float> observation)
    {
        foreach (int feature in _traced)
            _traces[feature] = 0;
        _traced.Clear();
        _coder.Encode(observation, _tiles);
        return _action = Choose(_tiles);
    }

    /// <summary>Learns from a step and chooses the next action.</summary>
    public int Learn(double reward, ReadOnlySpan<float> observation, bool isTerminal)
    {
        double error = reward - Value(_tiles, _action);
        int next = 0;
        if (!isTerminal)
        {
            _coder.Encode(observation, _nextTiles);
            next = Choose(_nextTiles);
            error += Value(_nextTiles, next);
        }

        foreach (int tile in _tiles)
        {
            int feature = (_action * _coder.Count) + tile;
            if (_traces[feature] == 0)
                _traced.Add(feature);
            _traces[feature] = 1;
        }

        Update(parameters.Alpha / parameters.Tilings * error);
        (_tiles, _nextTiles) = (_nextTiles, _tiles);
        return _action = next;
    }

    private void Update(double step)
    {
        int kept = 0;
        for (int i = 0; i < _traced.Count; i++)
        {
            int feature = _traced[i];
            _weights[feature] += step * _traces[feature];
            _traces[feature] *= parameters.Lambda;
            if (_traces[feature] > SmallestTrace)
                _traced[kept++] = feature;
            else
                _traces[feature] = 0;
        }

        _traced.RemoveRange(kept, _traced.Count - kept);
    }

    private double Value(int[] tiles, int action)
    {
        double sum = 0;
        foreach (int tile in tiles)
            sum += _weights[(action * _coder.Count) + tile];
        return sum;
    }

    // The best action; of equals, any.
    private int Choose(int[] tiles)
    {
        if (parameters.Epsilon > 0 && random.NextDouble() < parameters.Epsilon)
            return random.NextInt32(actions);
        int best = 0;
        int equals = 0;
        double highest = double.NegativeInfinity;
        for (int action = 0; action < actions; action++)
        {
            double value = Value(tiles, action);
            if (value > highest)
                (best, highest, equals) = (action, value, 1);
            else if (value == highest && random.NextInt32(++equals) == 0)
                best = action;
        }

        return best;
    }
}
