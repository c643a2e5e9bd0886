using System.Globalization;

namespace Lagom.Rl;

/// <summary>Which jobs an experiment has.</summary>
internal sealed record ExperimentPlan(IReadOnlyList<Configuration> Configurations, IReadOnlyList<long> Seeds, IReadOnlyList<string> Devices)
{
    /// <summary>The jobs: configuration by configuration, its seeds in order, the devices in turn.</summary>
    public IReadOnlyList<ExperimentJob> Jobs(string directory) =>
    [
        .. from configuration in Configurations.Index()
           from seed in Seeds.Index()
           let index = configuration.Index * Seeds.Count + seed.Index
           select new ExperimentJob(
               index, configuration.Item, seed.Item, Devices[index % Devices.Count],
               Path.Combine(directory, configuration.Item.Id.ToString(CultureInfo.InvariantCulture), seed.Item.ToString(CultureInfo.InvariantCulture))),
    ];

    public static void Check(IReadOnlyList<Configuration> configurations)
    {
        ArgumentNullException.ThrowIfNull(configurations);
        if (configurations.Count == 0)
            throw new ArgumentException("There must be at least one configuration.", nameof(configurations));
        int? twice = configurations.GroupBy(configuration => configuration.Id).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null)
            throw new ArgumentException($"Two configurations have the id {twice}; ids must differ, because they name folders.", nameof(configurations));
    }
}
