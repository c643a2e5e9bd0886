namespace Layg.Tests.Persistence;

/// <summary>Saves learners of growing size over one file until it is killed: the child process of a test.</summary>
internal static class SaveLoopProgram
{
    private static void Main(string[] arguments)
    {
        string path = arguments[0];
        using var learner = Learner.Wrap(x => x[0], 1, new MeanEmulator(), new LearnerOptions { InitialTrainingThreshold = 100 });
        for (int i = 0; ; i++)
        {
            double[] points = [.. Enumerable.Range(0, 500).Select(j => i + j / 1000.0)];
            learner.AddData(new TrainingSet(points, points, 1, 1));
            learner.Save(path);
            Console.WriteLine("saved");
        }
    }
}
