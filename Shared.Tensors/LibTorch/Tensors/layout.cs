namespace TorchSharp;

/// <summary>How a tensor's elements are stored.</summary>
public enum layout
{
    /// <summary>Densely, addressed through strides.</summary>
    strided = 0,

    /// <summary>Sparsely, as coordinates and values.</summary>
    sparse_coo = 1,
}
