using Showcase.Policies;

namespace Showcase.Tuning;

/// <summary>The expensive function: the mean return of several policy searches with some hyper-parameters, at the same seeds for all.</summary>
internal sealed class SettingFitness(PolicySearch search, ShowcaseSettings settings)
{
    /// <summary>Runs the searches, at the same time where there are threads for it.</summary>
    /// <param name="parameters">The hyper-parameters.</param>
    /// <param name="stream">Which series of seeds; equal for settings that are compared.</param>
    /// <param name="cancellationToken">Ends the evaluation without a result.</param>
    public double Of(HyperParameters parameters, string stream, CancellationToken cancellationToken)
    {
        RandomStream seeds = new RandomStream(settings.Seed).Split(stream);
        var returns = new double[settings.SearchesPerFitness];
        long[] each = [.. returns.Select(_ => seeds.NextInt64(0, long.MaxValue))];
        Parallel.For(
            0, returns.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellationToken },
            i => returns[i] = search.Run(parameters, each[i], cancellationToken).Return);
        return returns.Average();
    }
}
