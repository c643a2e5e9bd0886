using System.Diagnostics;
using Lagom.Evolution;
using Microsoft.Extensions.DependencyInjection;
using Showcase;
using Showcase.Policies;
using Showcase.Tuning;

var services = new ServiceCollection();
services.AddLagom().AddEvolution();
using ServiceProvider p = services.BuildServiceProvider();
var settings = new ShowcaseSettings { SearchGenerations = int.Parse(args[0]), Episodes = int.Parse(args[1]) };
var search = new PolicySearch(p.GetRequiredService<IStrategyFactory>(), settings);
var fit = new SettingFitness(search, settings);
void Show(HyperParameters h)
{
    var w = Stopwatch.StartNew();
    double a = fit.Of(h, "a", default), b = fit.Of(h, "b", default);
    Console.WriteLine($"{h}: {a:F0} {b:F0}  {w.Elapsed.TotalSeconds / 2:F2} s each");
}

Show(HyperParameters.Default);
Show(HyperParameters.Default with { StepSize = 0.3 });
Show(HyperParameters.Default with { StepSize = 1 });
Show(HyperParameters.Default with { StepSize = 2 });
Show(HyperParameters.Default with { StepSize = 1, DeviationRate = 0.05 });
Show(HyperParameters.Default with { StepSize = 1, MeanRate = 2, DeviationRate = 0.05 });
Show(HyperParameters.Default with { StepSize = 2, MeanRate = 2, DeviationRate = 0.05 });
var r = new RandomStream(3);
for (int i = 0; i < 15; i++)
    Show(HyperParameters.FromPoint([r.NextDouble(-1, 1), r.NextDouble(-1, 1), r.NextDouble(-1, 1)]));
