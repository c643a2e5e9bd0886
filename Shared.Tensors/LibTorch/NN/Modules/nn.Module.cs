using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A network, or a part of one: parameters, buffers and parts by name.</summary>
        /// <remarks>
        /// A derived class makes its components in its constructor, keeps them in fields and calls <see cref="RegisterComponents"/> at
        /// the end; a component's name is its field's. Components survive the dispose scope that they are made in and end with
        /// <see cref="Dispose()"/> of the module. Reading a module from several threads is safe; changing it is not.
        /// </remarks>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter> _ownParameters = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, Tensor> _ownBuffers = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, Module> _ownModules = new(StringComparer.Ordinal);
            private readonly string _name;
            private HashSet<string>? _transientBuffers;
            private bool _componentsAreRegistered;

            /// <summary>A module without components yet.</summary>
            /// <param name="name">What <see cref="GetName"/> gives.</param>
            protected Module(string name)
            {
                ArgumentNullException.ThrowIfNull(name);
                _name = name;
            }

            /// <summary>Whether the module is in training, which only some layers care about; true at first.</summary>
            public bool training { get; private set; } = true;

            internal OrderedDictionary<string, Parameter> OwnParameters => _ownParameters;

            /// <summary>The name given to the constructor.</summary>
            public virtual string GetName() => _name;

            /// <summary>Puts the module and its parts in training, or out of it.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var module in _ownModules.Values)
                    module.train(train);
            }

            /// <summary>Puts the module and its parts out of training: no dropout, stored statistics.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function with every part, innermost first, and then the module; returns the module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var module in _ownModules.Values)
                    module.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Disposes parameters, buffers and parts.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes parameters, buffers and parts.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var parameter in _ownParameters.Values)
                    parameter.Dispose();
                foreach (var buffer in _ownBuffers.Values)
                    buffer.Dispose();
                foreach (var module in _ownModules.Values)
                    module.Dispose();
            }
        }
    }
}
