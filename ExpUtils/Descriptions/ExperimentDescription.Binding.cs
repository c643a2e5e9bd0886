using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ExpUtils;

/// <content>Configurations as the caller's records.</content>
public sealed partial class ExperimentDescription
{
    /// <summary>Checks that every value of the sweep fits a type: each is bound once, whatever the number of combinations.</summary>
    /// <typeparam name="T">The type that parameters are bound to.</typeparam>
    /// <param name="typeInfo">The type's metadata, from a source-generated context.</param>
    /// <returns>What does not fit, with line and column; empty where all is well.</returns>
    public IReadOnlyList<ExperimentProblem> CheckBinding<T>(JsonTypeInfo<T> typeInfo) => CheckBinding(parameters => parameters.Bind(typeInfo));

    /// <summary>Checks that every value of the sweep fits a type: each is bound once, whatever the number of combinations.</summary>
    /// <typeparam name="T">The type that parameters are bound to.</typeparam>
    /// <param name="options">How to read; null for <see cref="ParameterBinding.Options"/>.</param>
    /// <returns>What does not fit, with line and column; empty where all is well.</returns>
    [RequiresUnreferencedCode("Reads T by reflection; give the metadata of a source-generated context instead.")]
    [RequiresDynamicCode("Reads T by reflection; give the metadata of a source-generated context instead.")]
    public IReadOnlyList<ExperimentProblem> CheckBinding<T>(JsonSerializerOptions? options = null) =>
        CheckBinding(parameters => parameters.Bind<T>(options));

    private List<ExperimentProblem> CheckBinding<T>(Func<ParameterSet, T> bind)
    {
        List<ExperimentProblem> problems = [];
        if (!TryBind(bind, 0, null, problems))
            return problems;
        for (int slot = 0; slot < Sweep.Parameters.Count; slot++)
        {
            for (int choice = 1; choice < Sweep.Parameters[slot].Values.Count; choice++)
                TryBind(bind, slot, choice, problems);
        }

        return problems;
    }

    private bool TryBind<T>(Func<ParameterSet, T> bind, int slot, int? choice, List<ExperimentProblem> problems)
    {
        try
        {
            bind(Sweep.With(slot, choice ?? 0));
            return true;
        }
        catch (ParameterBindingException failure)
        {
            SweptParameter? blamed = choice is null
                ? Sweep.Parameters.FirstOrDefault(parameter => ParameterPath.IsAtOrBelow(failure.Path, parameter.Name))
                : Sweep.Parameters[slot];
            IReadOnlyList<object> place = blamed is null ? [SweepKeys[0]] : InFile(blamed, choice ?? 0);
            problems.Add(_source.ProblemAt(place, failure.Message));
            return false;
        }
    }

    // A value of a list stands in the list; a single value at the path itself.
    private object[] InFile(SweptParameter parameter, int choice)
    {
        JsonElement at = Document;
        foreach (object segment in parameter.Segments)
            at = segment is int position ? at[position] : at.GetProperty((string)segment);
        return at.ValueKind == JsonValueKind.Array && at.GetArrayLength() > 0 ? [.. parameter.Segments, choice] : parameter.Segments;
    }
}
