using System.Globalization;
using EvoGrad;
using Microsoft.Extensions.Logging;
using Showcase.Policies;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Showcase.Refining;

/// <summary>Goes on from a policy with EvoGrad's gradient of the expected return; with a checkpoint every few generations.</summary>
internal sealed class RefinementStage(EvolutionGradientFactory searches, PolicySearch search, ShowcaseSettings settings, StateFolder folder, ILogger<RefinementStage> logger)
{
    /// <summary>What is shown while it runs.</summary>
    public const string Name = "EvoGrad refines";

    private const int PopulationSize = 64;

    // Of the size of the policy's weights: the tuned step size may have made them large or small.
    private const double Deviation = 0.05;
    private const double Rate = 0.03;

    private const int EpisodesOfEach = 32;
    private const int CheckpointEvery = 5;
    private const int JudgedEpisodes = 512;

    /// <summary>Refines a policy, or reads what came of it before.</summary>
    public Refinement Run(double[] policy, Action<RunProgress> progress, CancellationToken cancellationToken) =>
        folder.Once("refinement.json", () => Refine(policy, progress, cancellationToken));

    private Refinement Refine(double[] policy, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        long judgeSeed = new RandomStream(settings.Seed).Split("judge").NextInt64(0, long.MaxValue / 2);
        double before = search.Judge(policy, judgeSeed, JudgedEpisodes);
        try
        {
            (double[] refined, IReadOnlyList<RefinementPoint> curve) = Search(policy, weights => search.Judge(weights, judgeSeed, JudgedEpisodes), progress, cancellationToken);
            double after = curve[^1].MeanReturn;
            return new Refinement(before, after, curve, after > before ? refined : policy, null);
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            const string Reason = "libtorch, which EvoGrad needs, was not found";
            Hosting.Log.NoRefinement(logger, Reason);
            return new Refinement(before, null, [], policy, Reason);
        }
    }

    private (double[] Policy, IReadOnlyList<RefinementPoint> Curve) Search(double[] start, Func<double[], double> judge, Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        string state = Directory.CreateDirectory(folder["refinement"]).FullName;
        string checkpoint = Path.Combine(state, "search.safetensors");
        var curve = new JsonLinesFile<RefinementPoint>(Path.Combine(state, "curve.jsonl"));
        using DisposeScope scope = NewDisposeScope();
        double scale = Math.Sqrt(start.Average(weight => weight * weight));
        using var mean = new Parameter(tensor(start, float64));
        using NormalPopulation population = Population.Normal(mean, Deviation * scale);
        var policies = new SwingUpPolicy(PopulationSize, EpisodesOfEach);
        EvolutionGradient? gradient = null;
        RandomStream root = new RandomStream(settings.Seed).Split("refinement");

        // All individuals of a generation swing up from the same positions.
        Fitness fitness = Fitness.Batched(individuals =>
        {
            double[] weights = individuals.type(ScalarType.Float64).ToArray<double>();
            var returns = new double[weights.Length / SwingUpPolicy.Dimension];
            policies.Evaluate(weights, root.Split("episodes", gradient!.Generation).NextInt64(0, long.MaxValue / 2), returns);
            return tensor(returns);
        });
        gradient = searches.Create(population, fitness, options =>
        {
            options.PopulationSize = PopulationSize;
            options.Antithetic = true;
            options.Shaping = FitnessShaping.CenteredRank;
            options.Threads = settings.Threads;
            options.Optimizer = parameters => optim.Adam(parameters, Rate * scale);
        });
        using (gradient)
        {
            if (File.Exists(checkpoint))
                gradient.Load(checkpoint);
            Note(gradient.Generation);
            while (gradient.Generation < settings.RefinementGenerations)
            {
                GenerationReport report = gradient.Step(cancellationToken);
                if (gradient.Generation % CheckpointEvery == 0 || gradient.Generation == settings.RefinementGenerations)
                {
                    Note(gradient.Generation);
                    gradient.Save(checkpoint);
                }

                progress(new RunProgress(
                    Name, gradient.Generation, settings.RefinementGenerations, string.Create(CultureInfo.InvariantCulture, $"mean return {report.MeanFitness:F0}")));
            }

            return (mean.detach().ToArray<double>(), curve.Records);
        }

        // What was noted after the checkpoint that a run goes on from is there already.
        void Note(long generation)
        {
            if (curve.Records.All(point => point.Generation < generation))
                curve.Add(new RefinementPoint(generation, judge(mean.detach().ToArray<double>())));
        }
    }
}
