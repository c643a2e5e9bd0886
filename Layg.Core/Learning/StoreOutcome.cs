namespace Layg;

internal enum StoreOutcome
{
    Added = 0,

    /// <summary>The same input was there, always with the same value.</summary>
    Repeated = 1,

    /// <summary>The same input was there and its values differ; their mean is kept.</summary>
    Averaged = 2,
}
