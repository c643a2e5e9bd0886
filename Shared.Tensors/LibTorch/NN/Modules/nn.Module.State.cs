namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters and buffers themselves by name, as <see cref="load_state_dict"/> takes them.</summary>
            /// <param name="destination">Where to put them; null for a new dictionary.</param>
            /// <param name="prefix">Goes before the names, with a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new(StringComparer.Ordinal);
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in _ownParameters)
                    destination[start + name] = parameter;
                foreach (var (name, buffer) in _ownBuffers)
                {
                    if (_transientBuffers?.Contains(name) != true)
                        destination[start + name] = buffer;
                }
                foreach (var (name, module) in _ownModules)
                    module.state_dict(destination, start + name);
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers; types and devices stay.</summary>
            /// <param name="source">Values by name.</param>
            /// <param name="strict">Whether names that are missing or too many are an error.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The missing names and those too many.</returns>
            /// <exception cref="InvalidOperationException">Names differ and <paramref name="strict"/> is set, or a shape differs; the
            /// message lists all of them, and nothing was changed.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var own = state_dict();
                var left = skip is null ? [] : skip.ToHashSet(StringComparer.Ordinal);
                List<string> missing = [.. own.Keys.Where(name => !source.ContainsKey(name) && !left.Contains(name))];
                List<string> unexpected = [.. source.Keys.Where(name => !own.ContainsKey(name) && !left.Contains(name))];
                var faults = new List<string>();
                if (strict && missing.Count > 0)
                    faults.Add($"missing keys: {string.Join(", ", missing)}");
                if (strict && unexpected.Count > 0)
                    faults.Add($"unexpected keys: {string.Join(", ", unexpected)}");
                List<string> shared = [.. own.Keys.Where(name => source.ContainsKey(name) && !left.Contains(name))];
                foreach (var name in shared)
                {
                    if (!own[name].shape.AsSpan().SequenceEqual(source[name].shape))
                    {
                        faults.Add($"shape of {name}: [{string.Join(", ", source[name].shape)}] in the source, "
                            + $"[{string.Join(", ", own[name].shape)}] in the module");
                    }
                }
                if (faults.Count > 0)
                    throw new InvalidOperationException($"The state does not fit '{GetName()}': {string.Join("; ", faults)}.");
                using (no_grad())
                {
                    foreach (var name in shared)
                        own[name].copy_(source[name]);
                }
                return (missing, unexpected);
            }
        }
    }
}
