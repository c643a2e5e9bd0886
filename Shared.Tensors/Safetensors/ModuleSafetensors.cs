using TorchSharp;

namespace Shared.Tensors;

/// <summary>Modules in safetensors files, as Python's <c>state_dict</c> is stored with them.</summary>
public static class ModuleSafetensors
{
    /// <summary>Writes parameters and buffers to a file, replacing one that is there, and returns the module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file; its folder must exist. A crash leaves the old file or the new one.</param>
    /// <param name="metadata">Texts to store beside them.</param>
    public static T SaveSafetensors<T>(this T module, string path, IReadOnlyDictionary<string, string>? metadata = null)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        Safetensors.Save(path, module.state_dict(), metadata);
        return module;
    }

    /// <summary>Reads parameters and buffers from a file, such as one that Python wrote, and returns the module.</summary>
    /// <param name="module">A module of the same structure; its types and devices stay.</param>
    /// <param name="path">The file.</param>
    /// <param name="strict">Whether names that are missing or too many are an error.</param>
    /// <exception cref="InvalidDataException">The file is damaged or hostile.</exception>
    /// <exception cref="InvalidOperationException">Names or shapes do not fit; the message lists them.</exception>
    public static T LoadSafetensors<T>(this T module, string path, bool strict = true)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        using DisposeScope scope = torch.NewDisposeScope();
        var source = new Dictionary<string, torch.Tensor>(Safetensors.Load(path), StringComparer.Ordinal);
        module.load_state_dict(source, strict);
        return module;
    }
}
