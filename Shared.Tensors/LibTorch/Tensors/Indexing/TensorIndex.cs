namespace TorchSharp;

public static partial class torch
{
    /// <summary>What to take of a dimension: a position, a slice, all that is not named, a new dimension, a mask or positions.</summary>
    public readonly struct TensorIndex
    {
        /// <summary>As many whole dimensions as are left over.</summary>
        public static readonly TensorIndex Ellipsis = new(IndexKind.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static readonly TensorIndex None = new(IndexKind.NewDimension);

        /// <inheritdoc cref="None"/>
        public static readonly TensorIndex Null = None;

        /// <summary>A whole dimension.</summary>
        public static readonly TensorIndex Colon = Slice();

        private TensorIndex(IndexKind kind, long? start = null, long? stop = null, long? step = null, Tensor? positions = null)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Positions = positions;
        }

        internal IndexKind Kind { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Positions { get; }

        /// <summary>A position; negative ones count from the end.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>A slice from a start to before an end; a missing one is the dimension's own.</summary>
        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);

        /// <summary>A slice.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>All of a dimension where true, nothing where false, in a new dimension.</summary>
        public static TensorIndex Bool(bool value) => new(IndexKind.Bool, value ? 1 : 0);

        /// <summary>A position; null is a new dimension.</summary>
        public static TensorIndex Single(long? index) => index is null ? None : new(IndexKind.Single, index);

        /// <summary>A slice; missing values are the dimension's start and end and steps of 1.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(IndexKind.Slice,
            start, stop, step);

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice(Range range) => Slice(
            First(range.Start),
            !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -(long)range.End.Value);

        // ^0 is behind the last element: a slice from there is empty, where -0 would begin at the first.
        private static long First(Index index) => !index.IsFromEnd ? index.Value : index.Value == 0 ? long.MaxValue : -(long)index.Value;

        /// <summary>The positions in a tensor of integers, or where a tensor of bools is true.</summary>
        public static TensorIndex Tensor(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return new(IndexKind.Positions, positions: tensor);
        }
    }
}
