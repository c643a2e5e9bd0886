using Microsoft.Extensions.Options;

namespace ExpUtils;

/// <summary>Checks the options of a host.</summary>
internal sealed class ExpUtilsOptionsValidator(IEnumerable<ResultStoreRegistration> stores) : IValidateOptions<ExpUtilsOptions>
{
    public ValidateOptionsResult Validate(string? name, ExpUtilsOptions options)
    {
        List<string> failures = [];
        try
        {
            options.Experiments.Check();
        }
        catch (ArgumentException failure)
        {
            failures.Add($"Experiments: {failure.Message}");
        }

        if (!stores.Any(store => store.Name.Equals(options.Store, StringComparison.OrdinalIgnoreCase)))
            failures.Add($"Store is '{options.Store}'; it must be one of {string.Join(", ", stores.Select(store => store.Name))}.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
