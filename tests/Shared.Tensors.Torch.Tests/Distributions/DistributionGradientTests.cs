using System.Text.Json;
using Shared.Tensors.Distributions;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>Gradients of densities, entropies and divergences against central differences, in double precision.</summary>
public sealed class DistributionGradientTests
{
    private const double Step = 2e-5;

    private static IEnumerable<TestCaseData> Cases => DistributionCase.All.Select(one => new TestCaseData(one));

    // The number of trials is no number to differentiate by.
    private static IEnumerable<TestCaseData> Entropies => DistributionCase.All
        .Where(one => one.Results.TryGetProperty("entropy", out _)).Select(one => new TestCaseData(one));

    private static IEnumerable<TestCaseData> Pairs => DistributionCase.Pairs
        .Select((pair, index) => new TestCaseData(pair).SetArgDisplayNames($"{pair.GetProperty("p").GetString()}, {pair.GetProperty("q").GetString()} #{index}"));

    [TestCaseSource(nameof(Cases))]
    public void LogProb_GradientsOfParametersAndValue_AreThoseOfDifferences(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        Dictionary<string, torch.Tensor> parameters = one.Parameters;
        torch.Tensor values = one.Values;
        List<torch.Tensor> leaves = Leaves(parameters);
        if (!one.IsDiscrete)
            leaves.Add(values);
        Check(() => DistributionFactory.Make(one.Kind, parameters).log_prob(values), leaves);
    }

    [TestCaseSource(nameof(Entropies))]
    public void Entropy_GradientsOfParameters_AreThoseOfDifferences(DistributionCase one)
    {
        using var scope = torch.NewDisposeScope();
        Dictionary<string, torch.Tensor> parameters = one.Parameters;
        Check(() => DistributionFactory.Make(one.Kind, parameters).entropy(), Leaves(parameters));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Divergence_GradientsOfParameters_AreThoseOfDifferences(JsonElement pair)
    {
        using var scope = torch.NewDisposeScope();
        Dictionary<string, torch.Tensor> p = DistributionCase.ReadAll(pair.GetProperty("pParameters"));
        Dictionary<string, torch.Tensor> q = DistributionCase.ReadAll(pair.GetProperty("qParameters"));
        torch.Tensor Finite()
        {
            torch.Tensor divergence = KullbackLeibler.Divergence(
                DistributionFactory.Make(pair.GetProperty("p").GetString()!, p), DistributionFactory.Make(pair.GetProperty("q").GetString()!, q));
            // A step over an edge that both share turns the divergence infinite: those places are left out.
            bool[] finite = [.. DistributionCase.Numbers(pair.GetProperty("divergence")).Select(double.IsFinite)];
            return divergence.flatten().index(torch.tensor(finite));
        }
        string[] edges = pair.GetProperty("p").GetString() == "Uniform" || pair.GetProperty("q").GetString() == "Uniform" ? ["low", "high"] : [];
        Check(Finite, [.. Leaves(p, edges), .. Leaves(q, edges)]);
    }

    private static List<torch.Tensor> Leaves(Dictionary<string, torch.Tensor> parameters, params string[] without) =>
        [.. parameters.Where(one => one.Key != "total_count" && !without.Contains(one.Key)).Select(one => one.Value)];

    private static void Check(Func<torch.Tensor> function, IReadOnlyList<torch.Tensor> leaves)
    {
        if (leaves.Count == 0)
            return;
        foreach (torch.Tensor leaf in leaves)
            leaf.requires_grad_();
        IList<torch.Tensor> gradients = torch.autograd.grad([Weighted(function())], [.. leaves], allow_unused: true);
        using IDisposable still = torch.no_grad();
        for (int i = 0; i < leaves.Count; i++)
        {
            double[] actual = gradients[i] is null ? new double[leaves[i].numel()] : gradients[i].ToArray<double>();
            torch.Tensor flat = leaves[i].view(-1);
            for (int k = 0; k < actual.Length; k++)
            {
                using var scope = torch.NewDisposeScope();
                torch.Tensor place = flat[k];
                double expected = (8 * (At(Step) - At(-Step)) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
                actual[k].Should().BeApproximately(expected, 1e-6 * Math.Max(1, Math.Abs(expected)), "leaf {0} element {1}", i, k);

                double At(double change)
                {
                    double before = place.item<double>();
                    place.fill_(before + change);
                    double result = Weighted(function()).item<double>();
                    place.fill_(before);
                    return result;
                }
            }
        }
    }

    // Different weights tell a gradient at one place from that at another.
    private static torch.Tensor Weighted(torch.Tensor result)
    {
        torch.Tensor flat = result.flatten();
        return (flat * (torch.arange(flat.numel(), torch.float64) * 0.37 + 1)).sum();
    }
}
