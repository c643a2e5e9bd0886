using TorchSharp;

namespace Shared.Tensors;

/// <summary>Reading modules from files in TorchSharp's format.</summary>
public static class ModuleFiles
{
    /// <summary>Reads parameters and buffers that <c>save</c> wrote, and returns the module.</summary>
    /// <param name="module">A module of the same structure.</param>
    /// <param name="location">The file.</param>
    /// <param name="strict">Whether names that are missing or too many are an error.</param>
    /// <param name="skip">Names to leave alone.</param>
    /// <exception cref="InvalidDataException">The file is damaged or hostile.</exception>
    /// <exception cref="InvalidOperationException">Names or shapes do not fit; the message lists them.</exception>
    public static T load<T>(this T module, string location, bool strict = true, IList<string>? skip = null)
        where T : torch.nn.Module
    {
        using FileStream stream = File.OpenRead(location);
        return module.load(stream, strict, skip);
    }

    /// <summary>Reads parameters and buffers that <c>save</c> wrote, and returns the module.</summary>
    /// <param name="module">A module of the same structure.</param>
    /// <param name="stream">Where from; it stays open.</param>
    /// <param name="strict">Whether names that are missing or too many are an error.</param>
    /// <param name="skip">Names to leave alone.</param>
    /// <exception cref="InvalidDataException">The stream is damaged or hostile.</exception>
    /// <exception cref="InvalidOperationException">Names or shapes do not fit; the message lists them. The module is unchanged.</exception>
    public static T load<T>(this T module, Stream stream, bool strict = true, IList<string>? skip = null)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(stream);
        using DisposeScope scope = torch.NewDisposeScope();
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        Dictionary<string, torch.Tensor> own = module.state_dict();
        var read = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal);
        var unexpected = new List<string>();
        for (long left = StateFormat.ReadEntryCount(reader); left > 0; left--)
        {
            string name = StateFormat.ReadName(reader);
            bool wanted = own.TryGetValue(name, out torch.Tensor? target) && skip?.Contains(name) != true;
            torch.Tensor? values = wanted ? torch.empty_like(target!.detach()) : null;
            StateFormat.ReadTensor(reader, values, name);
            if (values is not null)
                read[name] = values;
            else if (target is null && skip?.Contains(name) != true)
                unexpected.Add(name);
        }

        if (strict && unexpected.Count > 0)
            throw new InvalidOperationException($"The state does not fit '{module.GetName()}': unexpected keys: {string.Join(", ", unexpected)}.");
        module.load_state_dict(read, strict, skip);
        return module;
    }
}
