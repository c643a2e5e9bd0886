// MCMC on an emulated log-density: 20 walkers, 1000 steps of the stretch move, with the emulator's error recorded beside each sample.
using Layg;
using Layg.Emulators.CholeskyKnn;
using Layg.Sampling;
using LaygEnsembleSampler;
using Shared.Tensors;

const int seed = 1;
using Learner learner = Learner.Wrap(x => -(x[0] * x[0]) - (x[1] * x[1]), dimension: 2, new CholeskyKnnEmulator(), new LearnerOptions
{
    AbsoluteTolerance = 2,
    Seed = seed,
});

var sampler = new EnsembleSampler(LogDensity.FromLearner(learner), new EnsembleOptions { Seed = seed });
double[][] start = EnsembleStart.Normal(walkers: 20, centre: [-1, -1], standardDeviation: 1, new RandomStream(seed));
Chain chain = sampler.Run(start, steps: 1000);

LearnerStatistics statistics = learner.Statistics;
SampleSet samples = chain.Flatten(discard: 200);
double[] mean = samples.Mean();
double[,] covariance = samples.Covariance();
Console.WriteLine($"{statistics.Calls} calls: {statistics.Exact} exact, {statistics.Emulated} emulated ({statistics.EmulatedFraction:P1})");
Console.WriteLine($"acceptance {chain.AcceptanceFraction:F2}, autocorrelation time {chain.AutocorrelationTime(discard: 200).Max:F0} steps");
Console.WriteLine($"mean      ({mean[0]:F3}, {mean[1]:F3})   exact (0, 0)");
Console.WriteLine($"variance  ({covariance[0, 0]:F3}, {covariance[1, 1]:F3})   exact (0.5, 0.5)");

string picture = Path.GetFullPath(args.Length > 0 ? args[0] : "chain.svg");
File.WriteAllText(picture, ChainAnimation.Draw(chain));
Console.WriteLine($"The chain as an animation (orange: exact, blue: emulated): {picture}");
