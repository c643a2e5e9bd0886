using Layg;
using Layg.Emulators.CholeskyKnn;

namespace Benchmarks.Layg;

/// <summary>
/// Known points of f(x) = sum sin 2x_i + x·x/2 + exp(0.3 x_0) at standard-normal inputs, a learner trained on them, and inputs where it
/// emulates.
/// </summary>
internal sealed class TrainedLearner
{
    private const int CandidateQueries = 4000;

    private readonly Lazy<Learner> _learner;
    private readonly Lazy<double[]> _queries;

    public TrainedLearner(int count, int dimension, int queryCount, int threads = 1)
    {
        Dimension = dimension;
        Points = new Lazy<TrainingSet>(() => KnownPoints(count, dimension));
        _learner = new Lazy<Learner>(() =>
        {
            Learner learner = NewLearner(Points.Value, threads);
            learner.Train();
            learner.Freeze();
            return learner;
        });
        _queries = new Lazy<double[]>(() => EmulatedInputs(_learner.Value, queryCount));
    }

    public int Dimension { get; }

    public Lazy<TrainingSet> Points { get; }

    /// <summary>Trained and frozen, so that every call meets the same model.</summary>
    public Learner Learner => _learner.Value;

    /// <summary>Inputs that the learner emulates, row after row.</summary>
    public double[] Queries => _queries.Value;

    /// <summary>A learner that knows the points, accepts any error inside their domain, and is trained only when told.</summary>
    public static Learner NewLearner(TrainingSet points, int threads)
    {
        var options = new LearnerOptions
        {
            AbsoluteTolerance = 1e300,
            InitialTrainingThreshold = int.MaxValue,
            MaxDegreeOfParallelism = threads,
        };
        Learner learner = Learner.Wrap(Function, points.InputDimension, new CholeskyKnnEmulator(), options);
        learner.AddData(points);
        return learner;
    }

    private static double Function(double[] x)
    {
        double sum = Math.Exp(0.3 * x[0]);
        foreach (double component in x)
            sum += Math.Sin(2 * component) + component * component / 2;
        return sum;
    }

    private static TrainingSet KnownPoints(int count, int dimension)
    {
        var inputs = new double[count * dimension];
        new RandomStream(12).Split("inputs", dimension).FillNormal(inputs);
        var outputs = new double[count];
        for (int i = 0; i < count; i++)
            outputs[i] = Function(inputs[(i * dimension)..((i + 1) * dimension)]);
        return new TrainingSet(inputs, outputs, dimension, 1);
    }

    private static double[] EmulatedInputs(Learner learner, int wanted)
    {
        var x = new double[learner.InputDimension];
        var found = new List<double>(wanted * x.Length);
        RandomStream random = new RandomStream(12).Split("queries", x.Length);
        for (int i = 0; i < CandidateQueries && found.Count < wanted * x.Length; i++)
        {
            random.FillNormal(x);
            if (learner.Evaluate(x).Source == EvaluationSource.Emulated)
                found.AddRange(x);
        }

        return found.Count > 0 ? [.. found] : throw new InvalidOperationException($"Of {CandidateQueries} inputs the learner emulated none.");
    }
}
