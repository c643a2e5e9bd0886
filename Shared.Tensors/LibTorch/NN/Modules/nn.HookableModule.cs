using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls registered functions before and after it computes.</summary>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
            where TPreHook : Delegate
            where TPostHook : Delegate
        {
            private readonly OrderedDictionary<string, TPreHook> _preHooks = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, TPostHook> _postHooks = new(StringComparer.Ordinal);
            private long _registered;

            /// <summary>A module without components and hooks yet.</summary>
            protected HookableModule(string name)
                : base(name)
            {
            }

            private protected bool HasHooks { get; private set; }

            // Copies: a hook may remove itself.
            private protected TPreHook[] PreHooks => [.. _preHooks.Values];

            private protected TPostHook[] PostHooks => [.. _postHooks.Values];

            /// <summary>Has a function called with the result of every call; what it returns becomes the result.</summary>
            public HookRemover register_forward_hook(TPostHook hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = NextKey();
                _postHooks.Add(key, hook);
                HasHooks = true;
                return new HookRemover(this, key);
            }

            /// <summary>Has a function called with the arguments before every call; what it returns replaces them.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = NextKey();
                _preHooks.Add(key, hook);
                HasHooks = true;
                return new HookRemover(this, key);
            }

            private string NextKey() => (_registered++).ToString(CultureInfo.InvariantCulture);

            private void RemoveHook(string key)
            {
                _preHooks.Remove(key);
                _postHooks.Remove(key);
                HasHooks = _preHooks.Count + _postHooks.Count > 0;
            }

            /// <summary>Takes a registered hook out again.</summary>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Removes the hook; further calls do nothing.</summary>
                public void remove() => module.RemoveHook(key);
            }
        }
    }
}
