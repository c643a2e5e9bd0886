using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>
/// Torch's default generator, which layers draw from, borrowed: seeded, and put back as it was at the end. One borrower at a time.
/// </summary>
internal sealed class DefaultGenerator : IDisposable
{
    private static readonly SemaphoreSlim Borrowed = new(1, 1);

    private readonly Tensor _state;

    private DefaultGenerator(Tensor state) => _state = state;

    public static DefaultGenerator Borrow(long seed, CancellationToken cancellationToken)
    {
        Borrowed.Wait(cancellationToken);
        try
        {
            DefaultGenerator borrowed = new(get_rng_state().DetachFromDisposeScope());
            manual_seed(seed);
            return borrowed;
        }
        catch
        {
            Borrowed.Release();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            set_rng_state(_state);
            _state.Dispose();
        }
        finally
        {
            Borrowed.Release();
        }
    }
}
