namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with its own state. Not safe for use from several threads at a time.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A generator on a device (the processor where null) with a seed.</summary>
        public unsafe Generator(ulong seed = 0, Device? device = null)
        {
            this.device = InitializeDevice(device);
            nint handle;
            NativeError.Check(NativeMethods.st_generator_new(seed, (int)this.device.type, this.device.index, &handle));
            _handle = handle;
        }

        private Generator(nint handle, Device device)
        {
            _handle = handle;
            this.device = device;
        }

        /// <summary>Frees the native generator.</summary>
        ~Generator() => Dispose(disposing: false);

        /// <summary>The processor's default generator. Each read gives a new handle to the same generator.</summary>
        public static Generator Default => DefaultOf(CPU);

        /// <summary>Where the generator lives.</summary>
        public Device device { get; }

        /// <summary>The native generator.</summary>
        /// <exception cref="ObjectDisposedException">The generator was disposed.</exception>
        public nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle == 0, this);
                return _handle;
            }
        }

        /// <summary>Sets the seed and returns this generator.</summary>
        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.st_generator_set_seed(Handle, unchecked((ulong)seed)));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Seeds from the system's source of randomness and returns the seed.</summary>
        public unsafe long seed()
        {
            ulong seed;
            NativeError.Check(NativeMethods.st_generator_reseed(Handle, &seed));
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        /// <summary>The seed that the generator was last given.</summary>
        public unsafe long initial_seed()
        {
            ulong seed;
            NativeError.Check(NativeMethods.st_generator_get_seed(Handle, &seed));
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        /// <summary>The state as a tensor of bytes, for <see cref="set_state"/>.</summary>
        public unsafe Tensor get_state()
        {
            nint state;
            NativeError.Check(NativeMethods.st_generator_get_state(Handle, &state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        /// <summary>Puts the generator into a state that <see cref="get_state"/> returned.</summary>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            NativeError.Check(NativeMethods.st_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        /// <summary>Frees the native generator.</summary>
        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Frees the native generator.</summary>
        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                NativeMethods.st_generator_free(handle);
        }

        internal static unsafe Generator DefaultOf(Device device)
        {
            nint handle;
            NativeError.Check(NativeMethods.st_generator_default((int)device.type, device.index, &handle));
            return new Generator(handle, device);
        }
    }
}
