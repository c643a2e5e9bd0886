namespace Layg;

/// <summary>Which limits an emulated value must keep to be returned.</summary>
public enum AcceptanceRule
{
    /// <summary>The absolute limit alone: right for log-densities, whose zero has no meaning.</summary>
    AbsoluteOnly = 0,

    /// <summary>The absolute or the fractional limit.</summary>
    Either = 1,

    /// <summary>Both limits, as the Python package does.</summary>
    Both = 2,
}
