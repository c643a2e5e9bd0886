using Microsoft.Extensions.Options;

namespace Layg.Emulators.CholeskyKnn;

internal sealed class CholeskyKnnOptionsValidator : IValidateOptions<CholeskyKnnOptions>
{
    public ValidateOptionsResult Validate(string? name, CholeskyKnnOptions options)
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
