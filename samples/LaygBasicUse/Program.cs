// Basic use: wrap a function, call it, and let it learn. No emulated value is ever learnt from.
using Layg;
using Layg.Emulators.CholeskyKnn;
using Shared.Tensors;

using Learner logLikelihood = Learner.Wrap(TrueLogLikelihood, dimension: 2, new CholeskyKnnEmulator());

var random = new RandomStream(seed: 1);
var x = new double[2];
for (int call = 0; call < 10_000; call++)
{
    random.FillNormal(x);
    logLikelihood.Evaluate(x);
}

logLikelihood.Train();
LearnerStatistics statistics = logLikelihood.Statistics;
Console.WriteLine($"{statistics.Calls} calls: {statistics.Exact} exact, {statistics.Emulated} emulated, trained {statistics.Trainings} times");

Console.WriteLine();
Console.WriteLine("Ten fresh points      value      predicted error   true error   source");
for (int i = 0; i < 10; i++)
{
    random.FillNormal(x);
    Evaluation evaluation = logLikelihood.Evaluate(x);
    double trueError = Math.Abs(evaluation.Value - TrueLogLikelihood(x));
    Console.WriteLine($"({x[0],6:F3}, {x[1],6:F3})   {evaluation.Value,9:F5}   {evaluation.Error,14:E1}   {trueError,12:E1}   {evaluation.Source}");
}

Console.WriteLine();
Console.WriteLine("Along the diagonal    true      learner     emulator alone   its error");
var value = new double[1];
for (double t = -6; t <= 6; t += 1)
{
    x[0] = x[1] = t;
    double error = logLikelihood.Predict(x, value);
    string emulated = double.IsInfinity(error) ? "outside domain" : $"{value[0],14:F5}";
    Console.WriteLine($"({t,4:F1}, {t,4:F1})     {TrueLogLikelihood(x),9:F3}   {logLikelihood.Evaluate(x).Value,9:F3}   {emulated}   {error,10:E1}");
}

// Imagine that this takes a second.
static double TrueLogLikelihood(double[] x) => -(x[0] * x[0]) - (x[1] * x[1]);
