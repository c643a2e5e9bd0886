namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>As <see cref="Metadata"/>.</summary>
    Default = 0,

    /// <summary>Shape, type and device.</summary>
    Metadata = 1,

    /// <summary>Shape, type and device, then the elements in rows and columns.</summary>
    Julia = 2,

    /// <summary>The elements in brackets.</summary>
    Numpy = 3,
}
