namespace Layg;

internal enum StoreOutcome
{
    Added = 0,

    /// <summary>The same input with the same value was there.</summary>
    Repeated = 1,

    /// <summary>The same input was there with another value; the mean of both is kept.</summary>
    Averaged = 2,
}
