using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A list of modules, named 0, 1, ...</summary>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <inheritdoc cref="ModuleList(Module[])"/>
        public static ModuleList<T> ModuleList<T>(params T[] modules)
            where T : Module => new(modules);

        /// <summary>Modules by name.</summary>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

        /// <inheritdoc cref="ModuleDict(ValueTuple{string, Module}[])"/>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
            where T : Module
        {
            ArgumentNullException.ThrowIfNull(modules);
            var dictionary = new ModuleDict<T>();
            foreach (var module in modules)
                dictionary.Add(module);
            return dictionary;
        }

        /// <summary>A list of parameters, named 0, 1, ...</summary>
        public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);

        /// <summary>Parameters by name.</summary>
        public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
        {
            ArgumentNullException.ThrowIfNull(parameters);
            var dictionary = new ParameterDict();
            foreach (var parameter in parameters)
                dictionary.Add(parameter);
            return dictionary;
        }
    }
}
