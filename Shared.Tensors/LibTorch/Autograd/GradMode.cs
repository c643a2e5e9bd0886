namespace TorchSharp;

/// <summary>Sets whether the thread records operations, until it is disposed on the same thread.</summary>
internal sealed class GradMode : IDisposable
{
    private readonly int _before = NativeMethods.st_grad_enabled();
    private bool _ended;

    internal GradMode(bool enabled) => NativeMethods.st_set_grad_enabled(enabled ? 1 : 0);

    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        NativeMethods.st_set_grad_enabled(_before);
    }
}
