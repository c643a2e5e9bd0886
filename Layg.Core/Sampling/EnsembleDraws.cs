using Shared.Tensors;

namespace Layg.Sampling;

/// <summary>
/// The random streams of an ensemble: one per walker, and one for what concerns all of them. Tests derive from it to replay recorded numbers.
/// </summary>
internal class EnsembleDraws
{
    private readonly RandomStream[] _walkers;
    private readonly RandomStreamState[] _savedWalkers;
    private RandomStream _ensemble;
    private RandomStreamState _savedEnsemble;

    public EnsembleDraws(long seed, int walkers)
    {
        var root = new RandomStream(seed);
        _walkers = new RandomStream[walkers];
        for (int walker = 0; walker < walkers; walker++)
            _walkers[walker] = root.Split("walker", walker);
        _ensemble = root.Split("ensemble");
        _savedWalkers = new RandomStreamState[walkers];
    }

    public EnsembleDraws(EnsembleState state)
    {
        _walkers = new RandomStream[state.Walkers];
        for (int walker = 0; walker < _walkers.Length; walker++)
            _walkers[walker] = new RandomStream(state.WalkerStreams[walker]);
        _ensemble = new RandomStream(state.EnsembleStream);
        _savedWalkers = new RandomStreamState[state.Walkers];
    }

    public RandomStreamState EnsembleState => _ensemble.State;

    public RandomStream Walker(int walker) => _walkers[walker];

    public RandomStreamState[] WalkerStates() => Array.ConvertAll(_walkers, stream => stream.State);

    /// <summary>Draws which move the step makes.</summary>
    public int ChooseMove(ReadOnlySpan<double> cumulativeWeights)
    {
        if (cumulativeWeights.Length == 1)
            return 0;
        double at = _ensemble.NextDouble() * cumulativeWeights[^1];
        int move = 0;
        while (move < cumulativeWeights.Length - 1 && at >= cumulativeWeights[move])
            move++;
        return move;
    }

    /// <summary>Assigns each walker to half 0 or half 1; the halves' sizes differ by at most one.</summary>
    public virtual void AssignHalves(Span<byte> halves, EnsembleSplit split)
    {
        for (int walker = 0; walker < halves.Length; walker++)
            halves[walker] = (byte)(split == EnsembleSplit.Fixed ? (2 * walker >= halves.Length ? 1 : 0) : walker & 1);
        if (split == EnsembleSplit.Random)
            _ensemble.Shuffle(halves);
    }

    /// <summary>Draws the number in [0, 1) by which a walker decides.</summary>
    public virtual double Acceptance(int walker) => _walkers[walker].NextDouble();

    /// <summary>Remembers the streams' states, so that an unfinished step can be undone.</summary>
    public void Save()
    {
        for (int walker = 0; walker < _walkers.Length; walker++)
            _savedWalkers[walker] = _walkers[walker].State;
        _savedEnsemble = _ensemble.State;
    }

    /// <summary>Returns to the states last saved.</summary>
    public void Restore()
    {
        for (int walker = 0; walker < _walkers.Length; walker++)
            _walkers[walker] = new RandomStream(_savedWalkers[walker]);
        _ensemble = new RandomStream(_savedEnsemble);
    }
}
