using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A multi-dimensional array of numbers, on the processor or a GPU, that can record how it was computed.
    /// </summary>
    /// <remarks>
    /// It holds native memory: end its use with <see cref="Dispose"/>, a <c>using</c> or a <see cref="DisposeScope"/>; the finalizer
    /// is the last resort. One tensor may be read by several threads; disposing it while another thread uses it is an error of the caller.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        private nint _handle;
        private readonly int _kilobytes;

        /// <summary>Takes over a native handle.</summary>
        internal Tensor(nint handle, int exclusiveKilobytes = 0)
        {
            _handle = handle;
            _kilobytes = exclusiveKilobytes;
            NativeMemoryPressure.Add(exclusiveKilobytes);
            OwningDisposeScope = DisposeScopeManager.Current.Register(this);
        }

        /// <summary>Frees the native tensor.</summary>
        ~Tensor() => Free();

        /// <summary>How many tensors of this process hold native memory now.</summary>
        public static long TotalCount => NativeMethods.st_live_tensors();

        /// <summary>The largest number that <see cref="TotalCount"/> had.</summary>
        public static long PeakCount => NativeMethods.st_peak_tensors();

        /// <summary>The native tensor; it lives while this object does.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (_handle == 0)
                    ThrowDisposed();
                return _handle;
            }
        }

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle == 0;

        /// <summary>The scope that disposes this tensor; null when its user does.</summary>
        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Takes over a native handle that came from <see cref="DecoupleFromNativeHandle"/>.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Gives the native handle away: whoever takes it frees it, and this object counts as disposed.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var handle = Handle;
            _handle = 0;
            Forget();
            return handle;
        }

        /// <summary>Frees the native tensor; later uses throw. Tensors that share its memory keep it.</summary>
        public void Dispose()
        {
            if (Free())
                Forget();
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives the tensor to the scope around the one that owns it, and returns it.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter((IEnumerable<IDisposable>)[this]);
            return this;
        }

        /// <summary>Takes the tensor out of the scope that owns it, and returns it: its user disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach((IEnumerable<IDisposable>)[this]);
            return this;
        }

        /// <inheritdoc cref="DetachFromDisposeScope"/>
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        internal unsafe NativeInfo Info
        {
            get
            {
                NativeInfo info;
                NativeError.Check(NativeMethods.st_info(Handle, &info));
                GC.KeepAlive(this);
                return info;
            }
        }

        private void Forget()
        {
            DisposeScopeManager.Current.Counts.Disposed(OwningDisposeScope is not null);
            OwningDisposeScope?.MarkAsDisposed(this);
            OwningDisposeScope = null;
        }

        private bool Free()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
                return false;
            NativeMethods.st_free(handle);
            NativeMemoryPressure.Remove(_kilobytes);
            return true;
        }

        private static void ThrowDisposed() => throw new ObjectDisposedException(nameof(Tensor), "The tensor was disposed.");
    }
}
