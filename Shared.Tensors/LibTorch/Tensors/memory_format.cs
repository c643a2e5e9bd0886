namespace TorchSharp;

/// <summary>The order of a tensor's dimensions in memory.</summary>
public enum memory_format
{
    /// <summary>Row-major.</summary>
    contiguous_format = 0,

    /// <summary>As in the tensor it is made from.</summary>
    preserve_format = 1,

    /// <summary>Channels innermost (NHWC).</summary>
    channels_last = 2,
}
