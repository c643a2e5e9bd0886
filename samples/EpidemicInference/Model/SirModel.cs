using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.OdeSolvers;

namespace EpidemicInference.Model;

/// <summary>
/// Susceptible, infected, recovered in a closed population: ds/dt = -β s i, di/dt = β s i - γ i, with s and i as shares of the population.
/// </summary>
/// <remarks>
/// The solver works on (ln s, ln i): d ln s/dt = -β i and d ln i/dt = β s - γ. Both shares then stay positive whatever the step, and the
/// exponential rise and fall, which span several orders of magnitude, are straight lines that a Runge-Kutta step follows exactly.
/// <para><b>Source:</b> Kermack and McKendrick (1927), "A contribution to the mathematical theory of epidemics".</para>
/// </remarks>
internal sealed class SirModel
{
    private readonly double _population;
    private readonly double _initiallyInfected;
    private readonly int _stepsPerDay;

    /// <param name="population">How many people there are.</param>
    /// <param name="initiallyInfected">How many of them are infected on day 0; all others are susceptible.</param>
    /// <param name="stepsPerDay">Runge-Kutta steps per day. Range: at least 1.</param>
    public SirModel(double population, double initiallyInfected, int stepsPerDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(initiallyInfected);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(initiallyInfected, population);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerDay, 1);
        _population = population;
        _initiallyInfected = initiallyInfected;
        _stepsPerDay = stepsPerDay;
    }

    /// <summary>The state on day 0 and after every Runge-Kutta step up to the end of the last day.</summary>
    /// <param name="beta">Infection rate β: infections per infected person and day while all others are susceptible.</param>
    /// <param name="gamma">Recovery rate γ: 1/γ is the mean number of days that a person stays infected.</param>
    /// <param name="days">How many days to follow.</param>
    /// <returns>days * stepsPerDay + 1 states.</returns>
    public SirState[] Path(double beta, double gamma, int days)
    {
        Vector<double>[] path = Solve(beta, gamma, days);
        var states = new SirState[path.Length];
        for (int step = 0; step < path.Length; step++)
        {
            double susceptible = Math.Exp(path[step][0]);
            double infected = Math.Exp(path[step][1]);
            states[step] = new SirState((double)step / _stepsPerDay, _population * susceptible, _population * infected);
        }

        return states;
    }

    /// <summary>The number of infected people at the end of days 1, 2, …</summary>
    /// <param name="beta">Infection rate β per day.</param>
    /// <param name="gamma">Recovery rate γ per day.</param>
    /// <param name="infected">Where to write, one number per day.</param>
    public void InfectedPerDay(double beta, double gamma, Span<double> infected)
    {
        Vector<double>[] path = Solve(beta, gamma, infected.Length);
        for (int day = 1; day <= infected.Length; day++)
            infected[day - 1] = _population * Math.Exp(path[day * _stepsPerDay][1]);
    }

    private Vector<double>[] Solve(double beta, double gamma, int days)
    {
        double share = _initiallyInfected / _population;
        Vector<double> start = new DenseVector([Math.Log(1 - share), Math.Log(share)]);
        return RungeKutta.FourthOrder(start, 0, days, days * _stepsPerDay + 1, (_, state) =>
            new DenseVector([-beta * Math.Exp(state[1]), beta * Math.Exp(state[0]) - gamma]));
    }
}
