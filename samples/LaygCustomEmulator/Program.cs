// An emulator of your own: a class that fits, and a class that predicts a value and its error.
using Layg;
using Microsoft.Extensions.DependencyInjection;
using Shared.Tensors;

var noise = new RandomStream(seed: 1);
double level = 2 + noise.NextDouble();

// Learner.Wrap(…, new MeanEmulator()) does the same without a service provider.
using ServiceProvider services = new ServiceCollection().AddLayg().AddEmulator<MeanEmulator>().Services.BuildServiceProvider();
using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(_ => noise.NextNormal(level, 0.01), dimension: 1);

for (int call = 0; call < 1000; call++)
    learner.Evaluate([noise.NextDouble()]);

Console.WriteLine($"true level {level:F5}; after {learner.Statistics.Exact} exact calls:");
for (int call = 0; call < 20; call++)
{
    Evaluation evaluation = learner.Evaluate([noise.NextDouble()]);
    Console.WriteLine($"{evaluation.Value:F5} ± {evaluation.Error:F5}  {evaluation.Source}");
}

/// <summary>Predicts the mean of the training values everywhere; the spread of the held-out values around it is the error.</summary>
internal sealed class MeanEmulator : IEmulator
{
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        double mean = 0;
        foreach (double y in training.Outputs)
            mean += y / training.Count;
        double variance = 0;
        foreach (double y in heldOut.Outputs)
            variance += (y - mean) * (y - mean) / heldOut.Count;
        return new FittedMean(mean, Math.Sqrt(variance));
    }

    private sealed class FittedMean(double mean, double error) : IFittedEmulator
    {
        public double Predict(ReadOnlySpan<double> x, Span<double> y)
        {
            y[0] = mean;
            return error;
        }
    }
}
