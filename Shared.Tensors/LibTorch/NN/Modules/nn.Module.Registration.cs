using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Adds a part under a name.</summary>
            /// <exception cref="ArgumentException">The name is empty, has a dot or is taken by another component.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                if (_ownModules.TryGetValue(name, out var known) && ReferenceEquals(known, submodule))
                    return;
                CheckName(name, nameof(submodule));
                submodule.RegisterComponents();
                _ownModules.Add(name, submodule);
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a parameter under a name.</summary>
            /// <param name="name">Its name, without dots.</param>
            /// <param name="param">The parameter; null adds nothing.</param>
            /// <exception cref="ArgumentException">The name is empty, has a dot or is taken by another component.</exception>
            public virtual void register_parameter(string name, Parameter? param)
            {
                if (param is null || (_ownParameters.TryGetValue(name, out var known) && ReferenceEquals(known, param)))
                    return;
                CheckName(name, nameof(param));
                param.DetachFromDisposeScope();
                _ownParameters.Add(name, param);
            }

            /// <summary>Adds the components that stand in the fields of the derived class: parameters, buffers (other tensors) and parts.</summary>
            [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Fields that were trimmed are unused; so are their components.")]
            protected virtual void RegisterComponents()
            {
                if (_componentsAreRegistered)
                    return;
                _componentsAreRegistered = true;
                // What the constructor registered itself keeps its names; one object in two fields has both of theirs.
                var registered = new HashSet<object>(ReferenceEqualityComparer.Instance);
                registered.UnionWith(_ownModules.Values);
                registered.UnionWith(_ownParameters.Values);
                registered.UnionWith(_ownBuffers.Values);
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    if (field.DeclaringType == typeof(Module))
                        continue;
                    var value = field.GetValue(this);
                    if (value is not (Module or Tensor) || registered.Contains(value))
                        continue;
                    var name = ComponentName(field);
                    if (value is Module module)
                        register_module(name, module);
                    else if (value is Parameter parameter)
                        register_parameter(name, parameter);
                    else
                        RegisterBuffer(name, (Tensor)value, persistent: true);
                }
            }

            /// <summary>Replaces a parameter, or removes it with null; the former one is disposed.</summary>
            protected void ConditionallyRegisterParameter(string name, Tensor? value)
            {
                if (_ownParameters.TryGetValue(name, out var former))
                {
                    if (ReferenceEquals(former, value))
                        return;
                    if (value is Parameter next)
                    {
                        next.DetachFromDisposeScope();
                        _ownParameters[name] = next;
                    }
                    else
                    {
                        _ownParameters.Remove(name);
                    }
                    former.Dispose();
                }
                else if (value is not null)
                {
                    register_parameter(name, value as Parameter ?? new Parameter(value));
                }
            }

            /// <summary>Takes all parts out; they are not disposed.</summary>
            protected void ClearModules() => _ownModules.Clear();

            internal void RegisterBuffer(string name, Tensor? buffer, bool persistent)
            {
                if (buffer is null || (_ownBuffers.TryGetValue(name, out var known) && ReferenceEquals(known, buffer)))
                    return;
                CheckName(name, nameof(buffer));
                buffer.DetachFromDisposeScope();
                _ownBuffers.Add(name, buffer);
                if (!persistent)
                    (_transientBuffers ??= new(StringComparer.Ordinal)).Add(name);
            }

            // Collections that keep their items themselves.
            private protected void ReplaceModules(IEnumerable<(string Name, Module Module)> modules)
            {
                _componentsAreRegistered = true;
                _ownModules.Clear();
                foreach (var (name, module) in modules)
                    register_module(name, module);
            }

            private protected void ReplaceParameters(IEnumerable<(string Name, Parameter Parameter)> parameters)
            {
                _componentsAreRegistered = true;
                _ownParameters.Clear();
                foreach (var (name, parameter) in parameters)
                    register_parameter(name, parameter);
            }

            // An automatic property's field is named <property>k__BackingField.
            private static string ComponentName(FieldInfo field) =>
                field.Name[0] == '<' ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

            private void CheckName(string name, string kind)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"A component's name must not be empty or have a dot; '{name}' is refused.", nameof(name));
                if (_ownParameters.ContainsKey(name) || _ownBuffers.ContainsKey(name) || _ownModules.ContainsKey(name))
                    throw new ArgumentException($"'{GetName()}' already has a component named '{name}'; give this {kind} another name.", nameof(name));
            }
        }
    }
}
