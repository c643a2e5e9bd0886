namespace TorchSharp;

/// <summary>What stands beyond the ends.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The elements inside, mirrored.</summary>
    Reflect = 1,

    /// <summary>The last element.</summary>
    Replicate = 2,

    /// <summary>The elements from the other end.</summary>
    Circular = 3,

    /// <summary>One value.</summary>
    Constant = 4,
}
