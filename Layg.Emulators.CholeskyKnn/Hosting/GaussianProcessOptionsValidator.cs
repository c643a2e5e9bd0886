using Microsoft.Extensions.Options;

namespace Layg.Emulators.CholeskyKnn;

internal sealed class GaussianProcessOptionsValidator : IValidateOptions<GaussianProcessOptions>
{
    public ValidateOptionsResult Validate(string? name, GaussianProcessOptions options)
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
