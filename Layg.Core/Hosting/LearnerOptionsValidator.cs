using Microsoft.Extensions.Options;

namespace Layg;

internal sealed class LearnerOptionsValidator : IValidateOptions<LearnerOptions>
{
    public ValidateOptionsResult Validate(string? name, LearnerOptions options)
    {
        var errors = options.Errors().ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
