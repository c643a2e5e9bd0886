namespace TorchSharp;

/// <summary>What becomes of the vectors of a bag.</summary>
public enum EmbeddingBagMode
{
    /// <summary>Their sum.</summary>
    Sum = 0,

    /// <summary>Their mean.</summary>
    Mean = 1,

    /// <summary>Their largest elements.</summary>
    Max = 2,
}
