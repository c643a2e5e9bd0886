using ExpUtils;
using ExpUtils.Running;
using Lagom.Rl;
using Shared.Tensors;

namespace TileCodingSweep;

/// <summary>The work of one run: learns for some episodes and stores how many steps each took.</summary>
internal static class SweepRun
{
    public const string Metric = "steps";

    private const int MostSteps = 1000;
    private const int Actions = 3;

    public static ValueTask RunAsync(RunContext run, CancellationToken cancellationToken)
    {
        SarsaParameters parameters = run.Parameters.Bind(SarsaJson.Default.SarsaParameters);
        // Runs of one number see the same starts, whatever the parameters: configurations are compared on equal seeds.
        var random = new RandomStream(run.Run);
        var car = new MountainCar();
        var agent = new SarsaLambda(parameters, Actions, random.Split("agent"));
        var collector = new Collector();
        using IRunWriter results = run.BeginResults();
        collector.SetIndex(run.Index, results);
        Span<float> observation = stackalloc float[2];
        for (int episode = 0; episode < parameters.Episodes; episode++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            car.Reset(observation, episode == 0 ? random.Split("car").NextInt64(0, long.MaxValue) : null);
            int action = agent.Begin(observation);
            int steps = 0;
            bool isTerminal = false;
            while (!isTerminal && steps < MostSteps)
            {
                StepOutcome outcome = car.Step(action, observation);
                isTerminal = outcome.Terminated;
                steps++;
                action = agent.Learn(outcome.Reward, observation, isTerminal);
            }

            collector.NextFrame();
            collector.Collect(Metric, steps);
        }

        collector.Reset();
        results.Complete();
        run.Log.WriteLine("learnt");
        return ValueTask.CompletedTask;
    }
}
