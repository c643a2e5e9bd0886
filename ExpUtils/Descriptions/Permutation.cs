using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExpUtils;

/// <summary>What one index of an experiment means: a configuration and the number of its repetition.</summary>
public sealed class Permutation
{
    private readonly ExperimentDescription _experiment;

    internal Permutation(ExperimentDescription experiment, long index, ParameterSet parameters)
    {
        _experiment = experiment;
        Index = index;
        Run = index / experiment.NumPermutations;
        Parameters = parameters;
    }

    /// <summary>The index. Index i means combination i mod p in run ⌊i / p⌋, where p is the number of combinations.</summary>
    public long Index { get; }

    /// <summary>The number of the run (repetition), from 0. Programs usually seed with it, so that configurations are compared on equal seeds.</summary>
    public long Run { get; }

    /// <summary>The parameters. With one sweep key their names lack it; with several they begin with it.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>A copy of the whole document, with the chosen parameters in the place of the swept ones.</summary>
    public JsonObject ToDocument()
    {
        var document = new JsonObject();
        JsonObject chosen = Parameters.ToJson();
        IReadOnlyList<string> keys = _experiment.SweepKeys;
        foreach (JsonProperty member in _experiment.Document.EnumerateObject())
        {
            if (!keys.Contains(member.Name, StringComparer.Ordinal))
            {
                document.Add(member.Name, ParameterValue.From(member.Value).ToNode());
                continue;
            }

            JsonNode? own = chosen;
            if (keys.Count > 1)
                chosen.Remove(member.Name, out own);
            document.Add(member.Name, own);
        }

        return document;
    }
}
