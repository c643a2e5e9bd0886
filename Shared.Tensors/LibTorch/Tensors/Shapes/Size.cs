using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        private readonly long[]? _shape;

        /// <summary>The shape of a number.</summary>
        public static readonly Size Empty = new(Array.Empty<long>());

        /// <summary>A shape of these sizes.</summary>
        public Size(long[] shape) => _shape = [.. shape];

        /// <inheritdoc cref="Size(long[])"/>
        public Size(IEnumerable<long> shape) => _shape = [.. shape];

        /// <inheritdoc cref="Size(long[])"/>
        public Size(int[] shape) => _shape = Array.ConvertAll(shape, size => (long)size);

        /// <summary>A shape of one dimension.</summary>
        public Size(long size) => _shape = [size];

        /// <summary>A shape of two dimensions.</summary>
        public Size((long, long) size) => _shape = [size.Item1, size.Item2];

        /// <summary>A shape of three dimensions.</summary>
        public Size((long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>A shape of four dimensions.</summary>
        public Size((long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>A shape of five dimensions.</summary>
        public Size((long, long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>The sizes.</summary>
        public long[] Shape => _shape ?? [];

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>Whether there are no dimensions.</summary>
        public bool IsEmpty => Length == 0;

        /// <summary>Whether it is the shape of a number.</summary>
        public bool IsScalar => Length == 0;

        /// <summary>The size of a dimension.</summary>
        public long this[int idx] => Shape[idx];

        /// <inheritdoc cref="this[int]"/>
        public long this[long idx] => Shape[idx];

        /// <summary>A shape of these sizes.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>A shape of one dimension.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>A shape of two dimensions.</summary>
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>A shape of three dimensions.</summary>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>A shape of four dimensions.</summary>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>A shape of five dimensions.</summary>
        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        /// <summary>Whether the sizes are the same.</summary>
        public static bool operator ==(Size left, Size right) => left.Shape.AsSpan().SequenceEqual(right.Shape);

        /// <summary>Whether the sizes differ.</summary>
        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>The dimensions of both, one after the other.</summary>
        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

        /// <summary>The dimensions, then more.</summary>
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        /// <summary>The first sizes.</summary>
        public IEnumerable<long> Take(int i) => Shape.Take(i);

        /// <summary>How many elements a tensor of this shape has.</summary>
        public long numel() => Shape.Aggregate(1L, static (product, size) => product * size);

        /// <summary>The sizes from one dimension to before another.</summary>
        public Size Slice(int first, int next) => new(Shape[first..next]);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Size other && this == other;

        /// <inheritdoc/>
        public override int GetHashCode() => StructuralComparisons.StructuralEqualityComparer.GetHashCode(Shape);

        /// <summary>The sizes in order.</summary>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
