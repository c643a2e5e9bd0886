using System.Globalization;
using Shared.Tensors;

namespace Layg.Sharing.Tests;

/// <summary>Evaluates random points of a grid and shares them, until its time is over or it is killed: the child process of a test.</summary>
internal static class HammerProgram
{
    public const int GridSize = 1_000_000;

    public static double Function(double x) => Math.Sin(x) + x;

    private static void Main(string[] arguments)
    {
        long seed = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        var duration = TimeSpan.FromSeconds(double.Parse(arguments[2], CultureInfo.InvariantCulture));
        using var store = SqlitePointStore.Open(arguments[0], 1, 1, "sine");
        using Learner learner = Learner.Wrap(x => Function(x[0]), 1, new RefusingEmulator(), new LearnerOptions { InitialTrainingThreshold = int.MaxValue });
        using LearnerSharing sharing = LearnerSharing.Connect(learner, store, new SharingOptions { ReadInterval = TimeSpan.FromMilliseconds(50) });

        // Raised after the point is stored: what is printed must be in the file, whatever happens to this process.
        learner.ExactEvaluated += (_, evaluation) => Console.WriteLine(evaluation.X.Span[0].ToString("R", CultureInfo.InvariantCulture) + ";");
        var random = new RandomStream(seed);
        long end = Environment.TickCount64 + (long)duration.TotalMilliseconds;
        while (Environment.TickCount64 < end)
            learner.Evaluate([random.NextInt32(GridSize)]);
        sharing.Synchronise();
        Console.WriteLine(FormattableString.Invariant($"learnt {learner.Statistics.Points} received {sharing.Received} unstored {sharing.Unstored}"));
    }

    private sealed class RefusingEmulator : IEmulator
    {
        public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context) => throw new EmulatorFitException("It never fits.");
    }
}
