namespace ExpUtils.Slurm;

/// <summary>Rules for accounts that some clusters have; <see cref="SlurmOptions.Check"/> takes one.</summary>
public static class SlurmAccounts
{
    /// <summary>
    /// The rule of the clusters of the Digital Research Alliance of Canada: <c>def-</c> or <c>rrg-</c> in front, and no <c>_cpu</c> or <c>_gpu</c> behind,
    /// which these clusters add themselves.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <returns>What is wrong with it; null where it follows the rule.</returns>
    public static string? DigitalAlliance(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (!account.StartsWith("def-", StringComparison.Ordinal) && !account.StartsWith("rrg-", StringComparison.Ordinal))
            return $"The account is '{account}'; it must begin with def- or rrg-.";
        return account.EndsWith("_cpu", StringComparison.Ordinal) || account.EndsWith("_gpu", StringComparison.Ordinal)
            ? $"The account is '{account}'; it must be given without _cpu or _gpu, which the cluster adds."
            : null;
    }
}
