namespace Layg.Emulators.CholeskyKnn;

/// <summary>A fitted Gaussian process that takes points without a new fit.</summary>
internal sealed class GrowingGaussianProcess(ProcessState state) : FittedGaussianProcess(state), IIncrementalEmulator
{
    /// <summary>
    /// An exact process grows to this many times the points it may be fitted to exactly; beyond, every point would make all predictions
    /// slower.
    /// </summary>
    private const int GrowthLimit = 2;

    public IIncrementalEmulator Insert(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireFinite(x, State.Inputs.Mean.Length, nameof(x));
        RequireFinite(y, State.Outputs.Mean.Length, nameof(y));

        // What cannot be taken in now (a repeat, a point off the others' hyperplane) waits for the next fit.
        if (!IsLocal && Count >= GrowthLimit * State.ExactPoints)
            return this;
        if (State.Domain.Insert(x) is not { } domain)
            return this;
        var point = new double[x.Length];
        State.Inputs.Apply(x, point);
        var values = new double[y.Length];
        State.Outputs.Apply(y, values);
        var grown = new Process[State.Processes.Length];
        for (int i = 0; i < grown.Length; i++)
        {
            double[] own = [.. State.Processes[i].Outputs.Select(output => values[output])];
            if (State.Processes[i].Insert(point, own) is not { } process)
                return this;
            grown[i] = process;
        }

        return new GrowingGaussianProcess(State with { Domain = domain, Processes = grown });
    }

    private static void RequireFinite(ReadOnlySpan<double> vector, int length, string name)
    {
        RequireLength(vector, length, name);
        for (int i = 0; i < vector.Length; i++)
        {
            if (!double.IsFinite(vector[i]))
                throw new ArgumentException($"Component {i} of {name} is {vector[i]}; every number must be finite.", name);
        }
    }
}
