namespace TorchSharp;

/// <summary>Sets the thread's inference mode until it is disposed on the same thread.</summary>
internal sealed class InferenceMode : IDisposable
{
    private nint _guard;

    internal unsafe InferenceMode(bool enabled)
    {
        nint guard;
        NativeError.Check(NativeMethods.st_begin_inference(enabled ? 1 : 0, &guard));
        _guard = guard;
    }

    public void Dispose()
    {
        if (_guard == 0)
            return;
        NativeMethods.st_end_inference(_guard);
        _guard = 0;
    }
}
