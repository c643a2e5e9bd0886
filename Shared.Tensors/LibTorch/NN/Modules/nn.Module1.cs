namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A network, or a part of one, of one argument: derive from it and define <see cref="forward"/>.</summary>
        public abstract class Module<T, TResult> : HookableModule<
            Func<Module<T, TResult>, T, T>,
            Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>A part without components yet.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the part computes; call it by <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T input);

            /// <summary>Computes the output, with the hooks.</summary>
            public TResult call(T input) => HasHooks ? CallWithHooks(input) : forward(input);

            private TResult CallWithHooks(T input)
            {
                foreach (var hook in PreHooks)
                {
                    input = hook(this, input);
                }
                var result = forward(input);
                foreach (var hook in PostHooks)
                    result = hook(this, input, result);
                return result;
            }
        }
    }
}
