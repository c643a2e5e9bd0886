using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct parts.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>The direct parts with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (name, module) in _ownModules)
                    yield return (name, module);
            }

            /// <summary>All parts, outer ones before their own parts; each once.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(child => child.module);

            /// <summary>All parts with their names, which are paths with dots; outer ones before their own parts, each once.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                Tree().Skip(1).Select(part => (part.Prefix[..^1], part.Module));

            /// <summary>The parameters.</summary>
            /// <param name="recurse">Whether those of the parts too.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(one => one.parameter);

            /// <summary>The parameters with their names, which are paths with dots: own ones first, then part by part; each once.</summary>
            /// <param name="recurse">Whether those of the parts too.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (prefix, module) in recurse ? Tree() : [("", this)])
                {
                    foreach (var (name, parameter) in module._ownParameters)
                    {
                        if (seen.Add(parameter))
                            yield return (prefix + name, parameter);
                    }
                }
            }

            /// <summary>The parameter of a name, a path with dots for a part's; null where there is none.</summary>
            public virtual Parameter? get_parameter(string target) =>
                Owner(target, out var name) is { } owner && owner._ownParameters.TryGetValue(name, out var parameter) ? parameter : null;

            /// <summary>The buffer of a name, a path with dots for a part's; null where there is none.</summary>
            public virtual Tensor? get_buffer(string target) =>
                Owner(target, out var name) is { } owner && owner._ownBuffers.TryGetValue(name, out var buffer) ? buffer : null;

            /// <summary>Whether there is a parameter of that name.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of that name.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            internal IEnumerable<(string Name, Tensor Buffer)> NamedBuffers(bool recurse)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (prefix, module) in recurse ? Tree() : [("", this)])
                {
                    foreach (var (name, buffer) in module._ownBuffers)
                    {
                        if (seen.Add(buffer))
                            yield return (prefix + name, buffer);
                    }
                }
            }

            // The module and its parts, depth first, each once, with the prefix of its components' names.
            private List<(string Prefix, Module Module)> Tree()
            {
                var found = new List<(string, Module)>();
                Collect("", found, new(ReferenceEqualityComparer.Instance));
                return found;
            }

            private void Collect(string prefix, List<(string Prefix, Module Module)> found, HashSet<Module> seen)
            {
                if (!seen.Add(this))
                    return;
                found.Add((prefix, this));
                foreach (var (name, module) in _ownModules)
                    module.Collect($"{prefix}{name}.", found, seen);
            }

            private Module? Owner(string target, out string name)
            {
                ArgumentNullException.ThrowIfNull(target);
                var path = target.Split('.');
                name = path[^1];
                var owner = this;
                foreach (var part in path[..^1])
                {
                    if (!owner._ownModules.TryGetValue(part, out var inner))
                        return null;
                    owner = inner;
                }
                return owner;
            }
        }
    }
}
