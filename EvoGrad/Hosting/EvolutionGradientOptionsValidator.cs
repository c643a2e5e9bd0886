using Microsoft.Extensions.Options;

namespace EvoGrad;

internal sealed class EvolutionGradientOptionsValidator : IValidateOptions<EvolutionGradientOptions>
{
    public ValidateOptionsResult Validate(string? name, EvolutionGradientOptions options)
    {
        var errors = options.Errors().ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
