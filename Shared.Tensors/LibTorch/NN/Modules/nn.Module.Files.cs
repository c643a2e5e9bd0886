namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes parameters and buffers in TorchSharp's format to a file, by a temporary one, and returns the module.</summary>
            /// <param name="location">The file; its folder must exist.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                SharedSource.AtomicFile.Write(location, stream => save(stream, skip));
                return this;
            }

            /// <inheritdoc cref="save(BinaryWriter, IList{string})"/>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(stream);
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes parameters and buffers in TorchSharp's format, and returns the module.</summary>
            /// <param name="writer">Where to; it stays open.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes tensors by name in TorchSharp's format.</summary>
            /// <param name="writer">Where to; it stays open.</param>
            /// <param name="sd">The tensors.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                ArgumentNullException.ThrowIfNull(sd);
                List<KeyValuePair<string, Tensor>> all = [.. sd.Where(one => skip?.Contains(one.Key) != true)];
                StateFormat.WriteNumber(writer, all.Count);
                foreach (var (name, tensor) in all)
                {
                    writer.Write(name);
                    StateFormat.WriteTensor(writer, tensor);
                }
            }
        }
    }
}
