using Shared.Tensors.NumPy;
using TorchSharp;

namespace Shared.Tensors;

/// <summary>Tensors from and to NumPy's files and arrays.</summary>
/// <remarks>
/// The types on both sides are bool, int32, int64, float32 and float64. A tensor of another type is refused with the type to convert to,
/// so that what a file holds is what its reader expects.
/// </remarks>
public static class TensorNumPy
{
    /// <summary>Writes the elements to an <c>.npy</c> file, replacing one that is there; any device and layout.</summary>
    /// <exception cref="ArgumentException">The elements are of a type that the file's format lacks here.</exception>
    public static void SaveNpy(this torch.Tensor tensor, string path) => Npy.Write(path, tensor.ToNpyArray());

    /// <summary>Writes named tensors to an <c>.npz</c> archive, replacing one that is there; any device and layout.</summary>
    /// <exception cref="ArgumentException">A name is empty or stands twice, or a tensor's type is not stored.</exception>
    public static void SaveNpz(string path, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors, bool compress = false)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Npz.Write(path, tensors.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToNpyArray())), compress);
    }

    /// <summary>Reads an <c>.npy</c> file into the processor's memory.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or holds what is not supported; the message says where and
    /// why.</exception>
    public static torch.Tensor LoadNpy(string path) => Npy.Read(path).ToTensor();

    /// <summary>Reads all arrays of an <c>.npz</c> archive into the processor's memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">How many bytes the arrays may have together.</param>
    /// <returns>The tensors by name; the caller, or the dispose scope around the call, disposes them.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or holds what is not supported; the message names the entry.</exception>
    public static IReadOnlyDictionary<string, torch.Tensor> LoadNpz(string path, long maxBytes = Npz.DefaultMaxBytes) =>
        Npz.Read(path, maxBytes).ToDictionary(pair => pair.Key, pair => pair.Value.ToTensor(), StringComparer.Ordinal);

    /// <summary>A tensor with a copy of the array's elements, in the processor's memory.</summary>
    public static torch.Tensor ToTensor(this NpyArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        long[] shape = [.. array.Shape.Select(length => (long)length)];
        return array.ElementType switch
        {
            NpyElementType.Boolean => torch.tensor(array.ToArray<bool>(), shape),
            NpyElementType.Int32 => torch.tensor(array.ToArray<int>(), shape),
            NpyElementType.Int64 => torch.tensor(array.ToArray<long>(), shape),
            NpyElementType.Single => torch.tensor(array.ToArray<float>(), shape),
            _ => torch.tensor(array.ToArray<double>(), shape),
        };
    }

    /// <summary>A copy of the elements as NumPy stores them.</summary>
    /// <exception cref="ArgumentException">The elements are of a type that the file's format lacks here.</exception>
    public static NpyArray ToNpyArray(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        int[] shape = [.. tensor.shape.Select(length => checked((int)length))];
        return tensor.dtype switch
        {
            torch.ScalarType.Bool => NpyArray.Create(tensor.ToArray<bool>(), shape),
            torch.ScalarType.Int32 => NpyArray.Create(tensor.ToArray<int>(), shape),
            torch.ScalarType.Int64 => NpyArray.Create(tensor.ToArray<long>(), shape),
            torch.ScalarType.Float32 => NpyArray.Create(tensor.ToArray<float>(), shape),
            torch.ScalarType.Float64 => NpyArray.Create(tensor.ToArray<double>(), shape),
            var type => throw new ArgumentException(
                $"A tensor of {type} cannot be stored; allowed are bool, int32, int64, float32 and float64: convert it with type(...).", nameof(tensor)),
        };
    }
}
