using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>
/// Differential evolution: each member of a population is replaced where a mix of it and of differences between others is at least as good.
/// </summary>
/// <remarks>
/// The first generation is the starting point and a normal cloud around it of the given width; the differences carry the scale from there
/// on. Within bounds, that cloud is reflected into the box, and a mutant's coordinate beyond a bound is placed halfway between its parent's
/// and the bound, as in JADE. <b>Source:</b> Storn and Price (1997), "Differential evolution: a simple and efficient heuristic for global optimization over
/// continuous spaces"; JADE: Zhang and Sanderson (2009), "JADE: adaptive differential evolution with optional external archive".
/// </remarks>
public sealed class DifferentialEvolution : EvolutionStrategy
{
    private const int SmallestDefault = 12;
    private const int LargestDefault = 200;
    private const int FewestBest = 2;

    // Squares of differences must stay finite.
    private const double LargestCoordinate = 1e150;

    private readonly DifferentialEvolutionOptions _options;
    private double _sigma0;
    private readonly double[] _start;
    private readonly double[] _members;
    private readonly double[] _values;
    private readonly double[] _keys;
    private readonly int[] _order;
    private readonly bool[] _succeeded;
    private readonly double[] _mean;
    private readonly JadeParameters _jade;
    private readonly ReplacedMembers _replaced;

    /// <summary>Starts a search.</summary>
    /// <param name="x0">The first member and the middle of the others. At least one coordinate, all finite.</param>
    /// <param name="sigma0">The standard deviation of the first population around it. Range: positive and finite.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An argument or an option is out of range.</exception>
    public DifferentialEvolution(ReadOnlySpan<double> x0, double sigma0, DifferentialEvolutionOptions? options = null)
        : base("differential evolution", StartPoint.Check(x0, sigma0), options ??= new DifferentialEvolutionOptions(), handlesBounds: true)
    {
        _options = options;
        _sigma0 = sigma0;
        PopulationSize = options.PopulationSize ?? Math.Clamp(5 * Dimension, SmallestDefault, LargestDefault);
        _start = SearchStart(x0);
        _members = new double[PopulationSize * Dimension];
        _values = new double[PopulationSize];
        _values.AsSpan().Fill(double.PositiveInfinity);
        _keys = new double[PopulationSize];
        _order = new int[PopulationSize];
        _succeeded = new bool[PopulationSize];
        _mean = new double[Dimension];
        _jade = new JadeParameters(PopulationSize, options.AdaptationRate);
        _replaced = new ReplacedMembers(PopulationSize, Dimension);
    }

    /// <inheritdoc/>
    public override int PopulationSize { get; }

    /// <inheritdoc/>
    public override double StepSize
    {
        get
        {
            if (!HasMembers)
                return _sigma0;
            WriteMean();
            double squares = 0;
            for (int member = 0; member < PopulationSize; member++)
                squares += Square(TensorPrimitives.Distance<double>(_members.Row(member, Dimension), _mean));
            return Math.Sqrt(squares / _members.Length);
        }
    }

    private bool HasMembers => Iterations > 0;

    private bool IsJade => _options.Variant == DifferentialVariant.Jade;

    /// <inheritdoc/>
    protected override void Sample(Span<double> candidates)
    {
        if (HasMembers)
        {
            if (IsJade)
                _jade.Draw(Random);
            for (int member = 0; member < PopulationSize; member++)
                Mix(member, candidates.Row(member, Dimension));
            return;
        }

        Random.FillNormal(candidates[Dimension..]);
        TensorPrimitives.Multiply(candidates[Dimension..], _sigma0, candidates[Dimension..]);
        candidates[..Dimension].Clear();
        for (int member = 0; member < PopulationSize; member++)
        {
            TensorPrimitives.Add(candidates.Row(member, Dimension), _start, candidates.Row(member, Dimension));
            _options.Bounds?.Reflect(candidates.Row(member, Dimension));
        }
    }

    /// <inheritdoc/>
    protected override bool Resample(int index, Span<double> candidate)
    {
        if (HasMembers)
        {
            Mix(index, candidate);
            return true;
        }

        Random.FillNormal(candidate);
        TensorPrimitives.Multiply(candidate, _sigma0, candidate);
        TensorPrimitives.Add(candidate, _start, candidate);
        _options.Bounds?.Reflect(candidate);
        return true;
    }

    /// <inheritdoc/>
    protected override void Update(ToldGeneration generation)
    {
        // What failed has a place at the end of the order, and never replaces anything.
        int valid = generation.Count - generation.Failed;
        bool first = Iterations == 1;
        _succeeded.AsSpan().Clear();
        for (int rank = 0; rank < generation.Count; rank++)
        {
            int member = generation.Order[rank];
            double value = rank < valid ? generation.Values[member] : double.PositiveInfinity;
            if (!first && (rank >= valid || value > _values[member]))
                continue;
            Span<double> row = _members.Row(member, Dimension);
            _succeeded[member] = value < _values[member];
            if (!first && IsJade && _succeeded[member])
                _replaced.Add(row, Random);
            generation[member].CopyTo(row);
            _values[member] = value;
        }

        if (!first && IsJade)
            _jade.Learn(_succeeded);
        Rank();
    }

    /// <inheritdoc/>
    protected override void WriteFavorite(Span<double> favorite) => (HasMembers ? _members.Row(_order[0], Dimension) : _start).CopyTo(favorite);

    /// <inheritdoc/>
    protected override void WriteStandardDeviations(Span<double> deviations)
    {
        if (!HasMembers)
        {
            deviations.Fill(_sigma0);
            return;
        }

        WriteMean();
        deviations.Clear();
        for (int member = 0; member < PopulationSize; member++)
        {
            for (int i = 0; i < deviations.Length; i++)
                deviations[i] += Square(_members[member * Dimension + i] - _mean[i]);
        }

        for (int i = 0; i < deviations.Length; i++)
            deviations[i] = Math.Sqrt(deviations[i] / PopulationSize);
    }

    /// <inheritdoc/>
    protected override StopReasons CheckStop(StopCriteria criteria) => StepRules.Check(criteria, LastGeneration, _sigma0);

    /// <inheritdoc/>
    protected override void Save(StrategyState state)
    {
        state.Set("start", _start);
        state.Set("sigma0", _sigma0);
        state.Set("members", _members);
        state.Set("values", _values);
        _replaced.Save(state);
        state.Set("jade", _jade.Save());
    }

    /// <inheritdoc/>
    protected override void Load(StrategyState state)
    {
        double[] start = state.GetFinite("start", Dimension);
        double sigma0 = state.GetPositive("sigma0");
        double[] members = state.GetFinite("members", _members.Length);
        double[] values = state.GetArray("values", _values.Length);
        StrategyState jade = state.GetPart("jade");
        _jade.Check(jade);
        _replaced.Load(state);
        _jade.Load(jade);
        start.CopyTo(_start, 0);
        _sigma0 = sigma0;
        members.CopyTo(_members, 0);
        values.CopyTo(_values, 0);
        Rank();
    }

    // The mutant takes the place of the candidate coordinate by coordinate, at one random coordinate at least.
    private void Mix(int member, Span<double> candidate)
    {
        Mutation mutation = Choose(member);
        ReadOnlySpan<double> current = _members.Row(member, Dimension);
        ReadOnlySpan<double> origin = _members.Row(mutation.Origin, Dimension);
        ReadOnlySpan<double> target = _members.Row(mutation.Target, Dimension);
        ReadOnlySpan<double> plus = _members.Row(mutation.Plus, Dimension);
        ReadOnlySpan<double> minus = mutation.Minus < PopulationSize
            ? _members.Row(mutation.Minus, Dimension)
            : _replaced[mutation.Minus - PopulationSize];
        int always = Random.NextInt32(Dimension);
        for (int i = 0; i < candidate.Length; i++)
        {
            bool takes = Random.NextDouble() < mutation.Crossover || i == always;
            double mutant = origin[i] + mutation.Scale * (target[i] - origin[i] + plus[i] - minus[i]);
            candidate[i] = takes ? Inside(Math.Clamp(mutant, -LargestCoordinate, LargestCoordinate), current[i], i) : current[i];
        }
    }

    // Beyond a bound, a mutant comes to lie halfway between its parent and the bound: near an optimum there, and never all at one place.
    private double Inside(double mutant, double parent, int coordinate)
    {
        if (_options.Bounds is not { } bounds)
            return mutant;
        (double lower, double upper) = (bounds.Lower(coordinate), bounds.Upper(coordinate));
        return mutant < lower ? parent + (lower - parent) / 2 : mutant > upper ? parent + (upper - parent) / 2 : mutant;
    }

    private Mutation Choose(int member)
    {
        if (IsJade)
        {
            int best = Math.Min(PopulationSize, Math.Max(FewestBest, (int)(_options.BestShare * PopulationSize)));
            int plus = Other(PopulationSize, member, member, member);
            return new Mutation(
                member, _order[Random.NextInt32(best)], plus, Other(PopulationSize + _replaced.Count, member, plus, plus), _jade.Scales[member], _jade.Crossovers[member]);
        }

        double scale = _options.ScaleFactor + _options.Dither * (2 * Random.NextDouble() - 1);
        int first = Other(PopulationSize, member, member, member);
        int second = Other(PopulationSize, member, first, first);
        int best0 = _order[0];
        return _options.Variant switch
        {
            DifferentialVariant.BestOne => new Mutation(best0, best0, first, second, scale, _options.CrossoverRate),
            DifferentialVariant.CurrentToBestOne => new Mutation(member, best0, first, second, scale, _options.CrossoverRate),
            _ => RandOne(Other(PopulationSize, member, first, second), first, second, scale),
        };
    }

    private Mutation RandOne(int origin, int first, int second, double scale) => new(origin, origin, first, second, scale, _options.CrossoverRate);

    // A random index that is none of three.
    private int Other(int count, int first, int second, int third)
    {
        int index;
        do
            index = Random.NextInt32(count);
        while (index == first || index == second || index == third);
        return index;
    }

    private void Rank()
    {
        _values.CopyTo(_keys, 0);
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
        _keys.AsSpan().Sort(_order.AsSpan());
    }

    private void WriteMean()
    {
        _mean.AsSpan().Clear();
        for (int member = 0; member < PopulationSize; member++)
            TensorPrimitives.Add(_mean, _members.Row(member, Dimension), _mean);
        TensorPrimitives.Divide(_mean, PopulationSize, _mean);
    }

    private static double Square(double value) => value * value;
}
