using Microsoft.Extensions.Options;

namespace ExpUtils;

/// <summary>Opens stores by name.</summary>
internal sealed class ResultStores(IServiceProvider services, IEnumerable<ResultStoreRegistration> registrations, IOptions<ExpUtilsOptions> options) : IResultStores
{
    private readonly ResultStoreRegistration[] _registrations = [.. registrations];

    public IReadOnlyList<string> Names => [.. _registrations.Select(registration => registration.Name)];

    public IResultStore Open(ExperimentDescription experiment, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        string wanted = name ?? options.Value.Store;
        ResultStoreRegistration? found = Array.Find(_registrations, registration => registration.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
            return found.Open(services, experiment);
        string? nearest = SharedSource.NearestName.Of(wanted, Names);
        throw new ArgumentException($"There is no result store '{wanted}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} There are: {string.Join(", ", Names)}.", nameof(name));
    }
}
