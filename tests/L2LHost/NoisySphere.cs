using System.Diagnostics;
using L2L;

/// <summary>The squared length of a vector and its noise; individuals named in a variable go wrong in the way named there.</summary>
internal sealed class NoisySphere(int dimension, TimeSpan pause) : IOptimizee
{
    // "2/3:overflow,4/1:once-kill": individual 3 of generation 2 overflows the stack.
    private readonly Dictionary<string, string> _troubles = (Environment.GetEnvironmentVariable("L2L_TROUBLE") ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(trouble => trouble.Split(':')).ToDictionary(parts => parts[0], parts => parts[1]);

    public ParameterSpace Space { get; } = new(new VectorParameter("coords", dimension, -5, 5), new RealParameter("scale", 0.5, 2, log: true));

    public FitnessVector Simulate(ParameterSet parameters, SimulationContext context, CancellationToken cancellationToken)
    {
        if (_troubles.TryGetValue($"{context.Individual.Generation}/{context.Individual.Index}", out string? trouble))
            GoWrong(trouble, cancellationToken);
        if (pause > TimeSpan.Zero)
            cancellationToken.WaitHandle.WaitOne(pause);
        double sum = 0;
        foreach (double x in parameters.Vector("coords"))
            sum += x * x;
        return sum * parameters.Real("scale") + 0.01 * context.Random.NextNormal();
    }

    private static void GoWrong(string trouble, CancellationToken cancellationToken)
    {
        switch (trouble)
        {
            case "throw":
                throw new InvalidOperationException("The model does not converge.");
            case "overflow":
                Console.WriteLine(Overflow(0));
                break;
            case "hang":
                while (!cancellationToken.IsCancellationRequested)
                    Thread.Sleep(10);
                Thread.Sleep(Timeout.Infinite);
                break;
            case "exit":
                Environment.Exit(3);
                break;
            case "once-kill":
                // Only the first one who comes here dies: the file is there afterwards.
                if (Mark())
                    Process.GetCurrentProcess().Kill();
                break;
        }
    }

    private static bool Mark()
    {
        try
        {
            using var mark = new FileStream(Environment.GetEnvironmentVariable("L2L_MARK")!, FileMode.CreateNew);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int Overflow(int depth) => depth < 0 ? 0 : Overflow(depth + 1) + 1;
}
