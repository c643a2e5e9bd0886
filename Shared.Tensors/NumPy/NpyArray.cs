namespace Shared.Tensors.NumPy;

/// <summary>An array as NumPy stores it: a shape of any rank, and elements of one type in C order (the last index runs fastest).</summary>
/// <remarks>The array is a thin view of a .NET array: <see cref="Create{T}(T[])"/> and <see cref="AsSpan{T}"/> copy nothing.</remarks>
public sealed class NpyArray
{
    private readonly Array _data;
    private readonly int[] _shape;

    internal NpyArray(NpyElementType elementType, Array data, int[] shape)
    {
        ElementType = elementType;
        _data = data;
        _shape = shape;
    }

    /// <summary>What the elements are.</summary>
    public NpyElementType ElementType { get; }

    /// <summary>The lengths of the axes; empty for a single number (rank 0).</summary>
    public IReadOnlyList<int> Shape => _shape;

    /// <summary>The number of axes.</summary>
    public int Rank => _shape.Length;

    /// <summary>The number of elements: the product of <see cref="Shape"/>, which is 1 for rank 0.</summary>
    public int Length => _data.Length;

    internal ReadOnlySpan<int> ShapeSpan => _shape;

    internal Array Data => _data;

    /// <summary>Makes a vector of an array's elements, without copying them.</summary>
    /// <typeparam name="T"><see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="data">The elements.</param>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is none of the supported types.</exception>
    public static NpyArray Create<T>(T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return Create(data, [data.Length]);
    }

    /// <summary>Makes an array of a shape, without copying the elements.</summary>
    /// <typeparam name="T"><see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="data">The elements in C order: the last index runs fastest.</param>
    /// <param name="shape">The lengths of the axes, at most 64; their product is the number of elements. <c>[]</c> makes rank 0.</param>
    /// <exception cref="ArgumentException">
    /// <typeparamref name="T"/> is none of the supported types, an axis is negative, or the shape does not fit the data.
    /// </exception>
    public static NpyArray Create<T>(T[] data, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        NpyElementType type = NpyElementTypes.Of<T>()
            ?? throw new ArgumentException($"An array of {typeof(T)} cannot be stored; supported are {NpyElementTypes.Supported}.", nameof(data));
        if (shape.Length > NpyHeader.MaxRank)
            throw new ArgumentException($"The shape has {shape.Length} axes; at most {NpyHeader.MaxRank} are allowed.", nameof(shape));

        UInt128 count = 1;
        bool empty = false;
        foreach (int length in shape)
        {
            if (length < 0)
                throw new ArgumentException($"The shape ({string.Join(", ", shape.ToArray())}) has a negative axis.", nameof(shape));
            empty |= length == 0;
            if (!empty && count <= int.MaxValue)
                count *= (UInt128)length;
        }

        if ((empty ? 0 : count) != (UInt128)data.Length)
        {
            throw new ArgumentException(
                $"The shape ({string.Join(", ", shape.ToArray())}) does not fit the {data.Length} elements of the data.", nameof(shape));
        }

        return new NpyArray(type, data, shape.ToArray());
    }

    /// <summary>The elements in C order, without copying them.</summary>
    /// <typeparam name="T">The .NET type that <see cref="ElementType"/> names.</typeparam>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public ReadOnlySpan<T> AsSpan<T>()
        where T : unmanaged
    {
        // Not "as T[]": the runtime would let an int[] pass for an uint[].
        NpyElementType? asked = NpyElementTypes.Of<T>();
        return asked == ElementType ? (T[])_data : throw new InvalidOperationException(
            $"The array holds {ElementType.Name()}, not {asked?.Name() ?? typeof(T).Name}; ask for the type that ElementType names.");
    }

    /// <summary>Copies the elements in C order.</summary>
    /// <typeparam name="T">The .NET type that <see cref="ElementType"/> names.</typeparam>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public T[] ToArray<T>()
        where T : unmanaged => AsSpan<T>().ToArray();

    /// <summary>The element type and the shape, such as <c>float64 (3, 4)</c>.</summary>
    public override string ToString() => $"{ElementType.Name()} {NpyHeader.FormatShape(_shape)}";
}
