namespace TorchSharp;

// Whether operations are recorded. What is returned restores the state before and must be disposed on the same thread.
public static partial class torch
{
    /// <summary>Records nothing on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(enabled: false);

    /// <summary>Records, or not, on this thread until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <inheritdoc cref="enable_grad"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Records nothing and keeps no versions on this thread until the result is disposed: the fastest mode.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether this thread records operations.</summary>
    public static bool is_grad_enabled() => NativeMethods.st_grad_enabled() != 0;

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => NativeMethods.st_inference_enabled() != 0;
}
