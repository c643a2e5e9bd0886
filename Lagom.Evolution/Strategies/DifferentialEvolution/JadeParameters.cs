using Shared.Tensors;

namespace Lagom.Evolution;

/// <summary>The scale factors and crossover rates of JADE: drawn for each member, and learnt from those that succeeded.</summary>
internal sealed class JadeParameters(int members, double rate)
{
    private const double Spread = 0.1;

    private double _meanScale = 0.5;
    private double _meanCrossover = 0.5;

    /// <summary>The scale factor of each member's mutant.</summary>
    public double[] Scales { get; } = new double[members];

    /// <summary>The crossover rate of each member's mutant.</summary>
    public double[] Crossovers { get; } = new double[members];

    /// <summary>Draws the factors of a generation: Cauchy-distributed scales in (0, 1], normal crossover rates in [0, 1].</summary>
    public void Draw(RandomStream random)
    {
        for (int i = 0; i < Scales.Length; i++)
        {
            double scale;
            do
                scale = _meanScale + Spread * Math.Tan(Math.PI * (random.NextDouble() - 0.5));
            while (scale <= 0);
            Scales[i] = Math.Min(1, scale);
            Crossovers[i] = Math.Clamp(_meanCrossover + Spread * random.NextNormal(), 0, 1);
        }
    }

    /// <summary>Moves the means towards the factors that made a better candidate: the Lehmer mean of scales, the mean of crossover rates.</summary>
    public void Learn(ReadOnlySpan<bool> succeeded)
    {
        double scales = 0;
        double squares = 0;
        double crossovers = 0;
        int count = 0;
        for (int i = 0; i < succeeded.Length; i++)
        {
            if (!succeeded[i])
                continue;
            scales += Scales[i];
            squares += Scales[i] * Scales[i];
            crossovers += Crossovers[i];
            count++;
        }

        if (count == 0)
            return;
        _meanScale += rate * (squares / scales - _meanScale);
        _meanCrossover += rate * (crossovers / count - _meanCrossover);
    }

    public StrategyState Save()
    {
        var state = new StrategyState();
        state.Set("meanScale", _meanScale);
        state.Set("meanCrossover", _meanCrossover);
        state.Set("scales", Scales);
        state.Set("crossovers", Crossovers);
        return state;
    }

    /// <summary>Throws where a saved state cannot be loaded.</summary>
    public void Check(StrategyState state)
    {
        _ = state.GetPositive("meanScale");
        _ = state.GetDouble("meanCrossover");
        _ = state.GetFinite("scales", Scales.Length);
        _ = state.GetFinite("crossovers", Crossovers.Length);
    }

    public void Load(StrategyState state)
    {
        _meanScale = state.GetDouble("meanScale");
        _meanCrossover = state.GetDouble("meanCrossover");
        state.GetArray("scales", Scales.Length).CopyTo(Scales, 0);
        state.GetArray("crossovers", Crossovers.Length).CopyTo(Crossovers, 0);
    }
}
