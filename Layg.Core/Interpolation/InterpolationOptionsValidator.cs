using Microsoft.Extensions.Options;

namespace Layg;

internal sealed class InterpolationOptionsValidator : IValidateOptions<InterpolationOptions>
{
    public ValidateOptionsResult Validate(string? name, InterpolationOptions options)
    {
        try
        {
            options.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
